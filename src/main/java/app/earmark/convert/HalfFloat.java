package app.earmark.convert;

/** IEEE 754 binary16, which Java 17 can't convert by itself. */
final class HalfFloat {

    /** The largest finite value. */
    static final float MAX = 65504;

    private HalfFloat() {}

    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >>> 10 & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) {
            float size = fraction * 0x1p-24f;
            return sign == 0 ? size : -size;
        }
        int wide = exponent == 0x1f ? 0xff : exponent + (127 - 15);
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }

    /** Rounds to nearest, ties to even; what is beyond the largest value becomes an infinity. */
    static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (!(size < 65520)) {
            return (short) (sign | 0x7c00 | (Float.isNaN(value) ? 0x200 : 0));
        }
        if (size < 0x1p-14f) {
            return (short) (sign | (int) Math.rint((double) size * 0x1p24));
        }
        int magnitude = bits & 0x7fffffff;
        int rounded = magnitude + 0xfff + (magnitude >>> 13 & 1);
        return (short) (sign | (rounded - (112 << 23)) >>> 13);
    }
}
