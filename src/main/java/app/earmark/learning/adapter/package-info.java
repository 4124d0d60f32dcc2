/**
 * Learns from a library's own names. A ridge fit brings frozen audio vectors near the words that their files are called
 * by, and a search asks the few numbers that come out of it beside the pack's own vectors. {@link
 * app.earmark.learning.adapter.NameWords} says which words a name holds, {@link
 * app.earmark.learning.adapter.AdapterFit} fits, {@link app.earmark.learning.adapter.NameAdapter} is what was learnt, and
 * {@link app.earmark.learning.adapter.NameTrial} whether it finds more than the pack does alone. Why this way and not
 * another: docs/decisions/0017-adapter.md.
 */
package app.earmark.learning.adapter;
