/**
 * How long work reports how far it is and learns that it is no longer wanted. A worker sees only {@link
 * app.earmark.progress.Progress}; whether a bar, a terminal line or nothing at all shows it is the caller's affair.
 */
package app.earmark.progress;
