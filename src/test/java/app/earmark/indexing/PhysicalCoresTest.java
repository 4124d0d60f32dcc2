package app.earmark.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhysicalCoresTest {

    @Test
    void countsCoresNotThreads() {
        List<String> twoSocketsOfOneCoreWithTwoThreads = List.of(
                "physical id\t: 0",
                "core id\t\t: 0",
                "physical id\t: 0",
                "core id\t\t: 0",
                "physical id\t: 1",
                "core id\t\t: 0",
                "physical id\t: 1",
                "core id\t\t: 0");

        assertThat(PhysicalCores.countIn(twoSocketsOfOneCoreWithTwoThreads)).isEqualTo(2);
    }

    @Test
    void knowsNothingWhereTheSystemSaysNothing() {
        assertThat(PhysicalCores.countIn(List.of("processor\t: 0", "BogoMIPS\t: 50.00")))
                .isZero();
        assertThat(PhysicalCores.count()).isPositive();
    }
}
