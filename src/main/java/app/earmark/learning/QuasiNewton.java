package app.earmark.learning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.BooleanSupplier;

/** Minimises a smooth convex function by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.4). */
final class QuasiNewton {

    private static final int MEMORY = 10;
    private static final double LEAST_DECREASE = 1e-4;
    private static final int MOST_HALVINGS = 25;

    private final double tolerance;
    private final int mostIterations;

    QuasiNewton(double tolerance, int mostIterations) {
        this.tolerance = tolerance;
        this.mostIterations = mostIterations;
    }

    /** A function and its gradient. */
    @FunctionalInterface
    interface Objective {
        /** Returns the value and fills in the gradient. */
        double at(double[] parameters, double[] gradient);
    }

    /** One step taken and how the gradient changed along it. */
    private record Curvature(double[] step, double[] change, double inverse) {}

    double[] minimum(Objective objective, double[] start, BooleanSupplier stop) {
        int n = start.length;
        double[] x = start.clone();
        double[] gradient = new double[n];
        double value = objective.at(x, gradient);
        double enough = tolerance * Math.max(1e-12, largest(gradient));
        Deque<Curvature> memory = new ArrayDeque<>();
        for (int iteration = 0;
                iteration < mostIterations && largest(gradient) > enough && !stop.getAsBoolean();
                iteration++) {
            double[] direction = direction(gradient, memory);
            double slope = dot(gradient, direction);
            if (slope >= 0) {
                memory.clear();
                direction = direction(gradient, memory);
                slope = dot(gradient, direction);
            }
            double length = memory.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = new double[n];
            double[] nextGradient = new double[n];
            double nextValue = Double.POSITIVE_INFINITY;
            int halvings = 0;
            for (; halvings < MOST_HALVINGS; halvings++, length /= 2) {
                for (int i = 0; i < n; i++) {
                    next[i] = x[i] + length * direction[i];
                }
                nextValue = objective.at(next, nextGradient);
                if (nextValue <= value + LEAST_DECREASE * length * slope) {
                    break;
                }
            }
            if (halvings == MOST_HALVINGS) {
                return x;
            }
            remember(memory, x, next, gradient, nextGradient);
            x = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return x;
    }

    private static void remember(
            Deque<Curvature> memory, double[] x, double[] next, double[] gradient, double[] nextGradient) {
        double[] step = difference(next, x);
        double[] change = difference(nextGradient, gradient);
        double curvature = dot(step, change);
        if (curvature > 1e-12 * dot(change, change)) {
            memory.addLast(new Curvature(step, change, 1 / curvature));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
        }
    }

    private static double[] direction(double[] gradient, Deque<Curvature> memory) {
        double[] q = gradient.clone();
        double[] alphas = new double[memory.size()];
        int k = memory.size();
        for (Iterator<Curvature> newestFirst = memory.descendingIterator(); newestFirst.hasNext(); ) {
            Curvature c = newestFirst.next();
            double alpha = alphas[--k] = c.inverse() * dot(c.step(), q);
            add(q, -alpha, c.change());
        }
        if (!memory.isEmpty()) {
            Curvature last = memory.getLast();
            scale(q, 1 / (last.inverse() * dot(last.change(), last.change())));
        }
        for (Curvature c : memory) {
            add(q, alphas[k++] - c.inverse() * dot(c.change(), q), c.step());
        }
        scale(q, -1);
        return q;
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double v : vector) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
