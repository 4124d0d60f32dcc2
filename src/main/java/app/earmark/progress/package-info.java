/**
 * How long work reports how far it is, learns that it is no longer wanted, and gives way to what a person does. A worker sees only {@link
 * app.earmark.progress.Progress}; whether a bar, a terminal line or nothing at all shows it is the caller's affair.
 */
package app.earmark.progress;
