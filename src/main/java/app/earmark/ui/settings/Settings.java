package app.earmark.ui.settings;

import java.util.Properties;

/** The window's remembered choices, by name; unknown or damaged entries count as never set. */
public final class Settings {

    private final Properties values = new Properties();
    private Runnable changed = () -> {};

    public Settings() {}

    Settings(Properties values) {
        this.values.putAll(values);
    }

    /** Called after every change. */
    public void onChange(Runnable action) {
        changed = action;
    }

    public synchronized String text(String name, String otherwise) {
        return values.getProperty(name, otherwise);
    }

    public synchronized double number(String name, double otherwise) {
        try {
            double value = Double.parseDouble(values.getProperty(name, ""));
            return Double.isFinite(value) ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    public synchronized boolean flag(String name, boolean otherwise) {
        String value = values.getProperty(name, "");
        return value.isEmpty() ? otherwise : Boolean.parseBoolean(value);
    }

    public void set(String name, Object value) {
        synchronized (this) {
            String text = String.valueOf(value);
            if (text.equals(values.setProperty(name, text))) {
                return;
            }
        }
        changed.run();
    }

    synchronized Properties copy() {
        Properties copy = new Properties();
        copy.putAll(values);
        return copy;
    }
}
