/**
 * Ranks clips for a typed description, or for another clip: cosine similarity over all embeddings of the current pack,
 * fused with keyword hits, narrowed by filters; every hit says why it is there.
 */
package app.earmark.search;
