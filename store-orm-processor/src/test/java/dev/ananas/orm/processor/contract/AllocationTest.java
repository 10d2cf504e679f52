package dev.ananas.orm.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.processor.generated.Jvm;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * What reads allocate: as much through a generated entity type as through one built by hand. Measured in a JVM that interprets, because
 * what a compiled method allocates depends on how far the compiler got; one object is more than the eight bytes left for rounding.
 */
class AllocationTest {

    @Test
    void readsThroughAGeneratedEntityTypeAllocateWhatOneByHandDoes() throws Exception {
        List<String> lines =
                Jvm.run(List.of("-Xint"), Allocations.class, List.of()).lines().toList();
        assertThat(lines).hasSize(Allocations.Read.values().length).allSatisfy(line -> {
            String[] parts = line.split(" ");
            assertThat(Long.parseLong(parts[1]))
                    .as(line)
                    .isPositive()
                    .isCloseTo(Long.parseLong(parts[2]), Offset.offset(8L));
        });
    }
}
