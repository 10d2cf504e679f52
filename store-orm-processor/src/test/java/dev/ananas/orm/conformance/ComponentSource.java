package dev.ananas.orm.conformance;

/**
 * What a record declares as a component, and a sealed interface as an accessor.
 *
 * @param annotations each followed by a space
 * @param type as written
 * @param name as declared
 */
record ComponentSource(String annotations, String type, String name) {

    String component() {
        return annotations + type + " " + name;
    }

    String accessor() {
        return "    " + annotations + type + " " + name + "();";
    }

    /** As it is repeated by a case, with nothing but a default of its own. */
    ComponentSource repeated(String fallback) {
        return new ComponentSource(fallback, type, name);
    }
}
