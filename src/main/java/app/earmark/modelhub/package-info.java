/**
 * Gets model packs and keeps them: {@link app.earmark.modelhub.PackShelf} holds the bundled pack and a folder for each
 * other one, and remembers which is in use; {@link app.earmark.modelhub.ModelFetcher} brings new ones. What a pack is and
 * how it runs is {@link app.earmark.embed}'s affair; how a checkpoint becomes one, {@link app.earmark.convert}'s; how files
 * come over the network, {@link app.earmark.modelhub.download}'s.
 *
 * <p>How a surface offers models: {@link app.earmark.modelhub.KnownModels#all} with what each is good at, its licence,
 * sizes and perhaps a warning; {@link app.earmark.modelhub.PackShelf#contents} for what is there. {@link
 * app.earmark.modelhub.ModelFetcher#get} on a thread of its own, with a {@link app.earmark.progress.Progress} that receives
 * the phases “Downloading …” (in bytes), “Preparing the model” or “Building the model”, and “Trying the model”. To pause,
 * let {@code isCancelled} answer true; the call ends with {@code CancelledWork} within a moment, and {@link
 * app.earmark.modelhub.ModelFetcher#incompleteBytes} tells what is kept. To resume, call {@code get} again. It ends with a
 * pack on the shelf, or with an exception whose message is a sentence for the person; whatever was there before is as it
 * was. {@link app.earmark.modelhub.PackShelf#use} is the person's choice and never made here.
 */
package app.earmark.modelhub;
