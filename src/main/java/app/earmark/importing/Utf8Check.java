package app.earmark.importing;

/** Whether bytes, seen one after the other, are UTF-8. */
final class Utf8Check {

    private int pending;
    private int lead;
    private boolean valid = true;

    void add(int b) {
        if (pending > 0) {
            boolean overlong = lead == 0xE0 && b < 0xA0 || lead == 0xF0 && b < 0x90;
            boolean beyond = lead == 0xED && b > 0x9F || lead == 0xF4 && b > 0x8F;
            valid &= (b & 0xC0) == 0x80 && !overlong && !beyond;
            pending--;
            lead = 0;
        } else if (b >= 0x80) {
            lead = b;
            pending = b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : 1;
            valid &= b >= 0xC2 && b <= 0xF4;
        }
    }

    boolean isValid() {
        return valid && pending == 0;
    }
}
