package app.earmark.assembly;

import java.util.Optional;

/** A part that is made when first asked for, once; what could not be made is tried again next time. */
final class Lazy<T, X extends Exception> {

    /** Makes the part. */
    @FunctionalInterface
    interface Maker<T, X extends Exception> {
        T make() throws X;
    }

    private final Maker<T, X> maker;
    private T made;

    Lazy(Maker<T, X> maker) {
        this.maker = maker;
    }

    synchronized T get() throws X {
        if (made == null) {
            made = maker.make();
        }
        return made;
    }

    synchronized Optional<T> ifMade() {
        return Optional.ofNullable(made);
    }
}
