package dev.ananas.orm.inheritance;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;

/** A base entity with a class of its own for each case; the class alone tells the case. */
sealed interface Shape {
    EntityType<Shape> ENTITY = EntityType.builder("shapes", Shape.class)
            .attribute("id", Long.class, null)
            .string("kind", null)
            .string("name", "")
            .discriminator("kind")
            .build();

    Long id();

    String name();

    record Circle(Long id, String name, int radius) implements Shape {
        static final EntityType<Circle> ENTITY = EntityType.builder("circles", Circle.class)
                .caseOf("shapes", "circle")
                .attribute("radius", Integer.class, 1)
                .access(new CircleAccess())
                .build();
    }

    record Square(Long id, String name, int side) implements Shape {
        static final EntityType<Square> ENTITY = EntityType.builder("squares", Square.class)
                .caseOf("shapes", "square")
                .attribute("side", Integer.class, 1)
                .access(new SquareAccess())
                .build();
    }

    final class CircleAccess implements Access<Circle> {
        @Override
        public Object get(Circle circle, int ordinal) {
            return switch (ordinal) {
                case 0 -> circle.id();
                case 1 -> "circle";
                case 2 -> circle.name();
                case 3 -> circle.radius();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        public Circle create(Object[] c) {
            return new Circle((Long) c[0], (String) c[2], (int) c[3]);
        }
    }

    final class SquareAccess implements Access<Square> {
        @Override
        public Object get(Square square, int ordinal) {
            return switch (ordinal) {
                case 0 -> square.id();
                case 1 -> "square";
                case 2 -> square.name();
                case 3 -> square.side();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        public Square create(Object[] c) {
            return new Square((Long) c[0], (String) c[2], (int) c[3]);
        }
    }
}
