/**
 * Finds model packs: the bundled one, and folders of imported ones, and remembers which is in use. What a pack is and
 * how it runs is {@link app.earmark.embed}'s affair; here packs are only fetched, shelved and chosen.
 */
package app.earmark.modelhub;
