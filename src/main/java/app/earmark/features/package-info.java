/** What a model is fed: the log-mel spectrogram each pack asks for, exactly as its reference implementation makes it. A front end is built for one sample rate and refuses any other. */
package app.earmark.features;
