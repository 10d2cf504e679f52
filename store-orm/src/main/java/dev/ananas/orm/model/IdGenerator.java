package dev.ananas.orm.model;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Makes the ids of an attribute where they are missing. What is random and what is counted comes from outside, recorded with
 * the write or kept with the table, so that the same write makes the same ids whenever it is applied.
 */
@FunctionalInterface
public interface IdGenerator {

    /**
     * The next id.
     *
     * @param random random ids, another one for every call
     * @param sequence numbers from 1 on that no record of the table has yet; each call uses one up
     * @return an id that fits the attribute
     */
    Object next(Supplier<UUID> random, LongSupplier sequence);

    /**
     * Random UUIDs; as text unless the attribute is declared with the class {@link UUID}.
     *
     * @return the generator
     */
    static IdGenerator uuid() {
        return (random, sequence) -> random.get();
    }

    /**
     * Random texts of 21 letters, digits, dashes and underscores.
     *
     * @return the generator
     */
    static IdGenerator nanoid() {
        return nanoid(21, "useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict");
    }

    /**
     * Random texts.
     *
     * @param size length of a text, at least 1
     * @param alphabet the characters it is made of, at least 2
     * @return the generator
     */
    static IdGenerator nanoid(int size, String alphabet) {
        if (size < 1 || alphabet.length() < 2) {
            throw new IllegalArgumentException("nanoid expects a size of 1 or more and an alphabet of 2 or more"
                    + " characters, found " + size + " and \"" + alphabet + "\"");
        }
        return (random, sequence) -> {
            UUID seed = random.get();
            SplittableRandom even = new SplittableRandom(seed.getMostSignificantBits());
            SplittableRandom odd = new SplittableRandom(seed.getLeastSignificantBits());
            StringBuilder text = new StringBuilder(size);
            for (int i = 0; i < size; i++) {
                text.append(alphabet.charAt((i % 2 == 0 ? even : odd).nextInt(alphabet.length())));
            }
            return text.toString();
        };
    }

    /**
     * 1, 2, 3 and so on, above every number the attribute ever had in the table; numbers of deleted records are not used again.
     *
     * @return the generator
     */
    static IdGenerator sequence() {
        return (random, sequence) -> sequence.getAsLong();
    }
}
