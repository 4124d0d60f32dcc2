/** What this machine and this catalogue have, lack, and why it matters: the checks behind {@code earmark doctor}. */
package app.earmark.assembly.health;
