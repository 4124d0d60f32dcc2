/**
 * The page of models: what there is, what each is good at, how fast it is here; fetching, importing, choosing, checking and
 * removing them. Nothing here waits: a model is fetched as a task, a new one is offered for use, and the choice of another
 * has it listen in the background while searches go on with the one before.
 */
package app.earmark.ui.models;
