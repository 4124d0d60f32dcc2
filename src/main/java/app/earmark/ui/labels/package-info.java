/**
 * The page of labels: the person's taxonomies, how the model looks for each label, and, before anything is applied, which
 * sounds a change would tag, to be listened to.
 */
package app.earmark.ui.labels;
