package app.earmark.convert;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {

    @Test
    void everyHalfComesBackFromItsFloat() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = HalfFloat.toFloat((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(HalfFloat.fromFloat(value)).as("%04x", bits).isEqualTo((short) bits);
            }
        }
        assertThat(HalfFloat.toFloat(HalfFloat.fromFloat(Float.NaN))).isNaN();
    }

    /** Values of NumPy's float16. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 2e66",
        "1, 3c00",
        "-2.5, c100",
        "65504, 7bff",
        "65519.9, 7bff",
        "65520, 7c00",
        "1.00048828125, 3c00", // half way, to the even one below
        "1.00146484375, 3c02", // half way, to the even one above
        "5.9604645e-8, 1",
        "2.9802322e-8, 0",
        "2.9802326e-8, 1",
        "6.1035156e-5, 400",
        "6.1005354e-5, 400", // half way, to the even one, which is not subnormal,
        "-0.0, 8000"
    })
    void roundsToNearestEven(float value, String half) {
        assertThat(Integer.toHexString(HalfFloat.fromFloat(value) & 0xffff)).isEqualTo(half);
    }

    @Property
    void noOtherHalfIsNearer(@ForAll @FloatRange(min = -65000, max = 65000) float value) {
        short half = HalfFloat.fromFloat(value);
        double distance = Math.abs((double) HalfFloat.toFloat(half) - value);
        for (int step : new int[] {-1, 1}) {
            float other = HalfFloat.toFloat((short) (half + step));
            if (Float.isFinite(other)) {
                assertThat(Math.abs((double) other - value)).isGreaterThanOrEqualTo(distance);
            }
        }
    }
}
