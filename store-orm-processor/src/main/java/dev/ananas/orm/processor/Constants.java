package dev.ananas.orm.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Texts of annotations as constants of a type. */
final class Constants {
    private static final Map<String, Function<String, CodeBlock>> LITERALS = literals();
    private static final Map<String, Function<String, ?>> PARSED = parsed();

    private Constants() {}

    /** An expression for the constant that a text stands for, or null if there is none of the type. */
    static @Nullable CodeBlock of(ValueModel value, String text) {
        String type = value.raw().toString();
        try {
            Function<String, CodeBlock> literal = LITERALS.get(type);
            if (literal != null) {
                return literal.apply(text);
            }
            Function<String, ?> parse = PARSED.get(type);
            if (parse != null) {
                Object unused = parse.apply(text); // throws if the text is no such value
                return CodeBlock.of("$T.$L($S)", value.raw(), factory(type), text);
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
        return enumConstant(value, text);
    }

    private static String factory(String type) {
        return type.equals("java.util.UUID") ? "fromString" : type.equals("java.time.ZoneId") ? "of" : "parse";
    }

    private static @Nullable CodeBlock enumConstant(ValueModel value, String text) {
        if (value.boxed() instanceof DeclaredType declared) {
            for (Element member : declared.asElement().getEnclosedElements()) {
                if (member.getKind() == ElementKind.ENUM_CONSTANT
                        && member.getSimpleName().contentEquals(text)) {
                    return CodeBlock.of("$T.$L", value.raw(), text);
                }
            }
        }
        return null;
    }

    private static Map<String, Function<String, CodeBlock>> literals() {
        Map<String, Function<String, CodeBlock>> literals = new HashMap<>();
        literals.put("java.lang.String", text -> CodeBlock.of("$S", text));
        literals.put("java.lang.Boolean", text -> CodeBlock.of("$L", bool(text)));
        literals.put("java.lang.Character", text -> CodeBlock.of("(char) $L", character(text)));
        literals.put("java.lang.Byte", text -> CodeBlock.of("(byte) $L", Byte.parseByte(text)));
        literals.put("java.lang.Short", text -> CodeBlock.of("(short) $L", Short.parseShort(text)));
        literals.put("java.lang.Integer", text -> CodeBlock.of("$L", Integer.parseInt(text)));
        literals.put("java.lang.Long", text -> CodeBlock.of("$LL", Long.parseLong(text)));
        literals.put("java.lang.Float", text -> CodeBlock.of("$Lf", finite(Float.parseFloat(text))));
        literals.put("java.lang.Double", text -> CodeBlock.of("$Ld", finite(Double.parseDouble(text))));
        literals.put(
                "java.math.BigDecimal", text -> CodeBlock.of("new $T($S)", BigDecimal.class, new BigDecimal(text)));
        literals.put(
                "java.math.BigInteger", text -> CodeBlock.of("new $T($S)", BigInteger.class, new BigInteger(text)));
        return literals;
    }

    private static Map<String, Function<String, ?>> parsed() {
        Map<String, Function<String, ?>> parsed = new HashMap<>();
        parsed.put("java.util.UUID", UUID::fromString);
        parsed.put("java.time.Instant", Instant::parse);
        parsed.put("java.time.LocalDate", LocalDate::parse);
        parsed.put("java.time.LocalTime", LocalTime::parse);
        parsed.put("java.time.LocalDateTime", LocalDateTime::parse);
        parsed.put("java.time.OffsetDateTime", OffsetDateTime::parse);
        parsed.put("java.time.ZonedDateTime", ZonedDateTime::parse);
        parsed.put("java.time.Year", Year::parse);
        parsed.put("java.time.YearMonth", YearMonth::parse);
        parsed.put("java.time.MonthDay", MonthDay::parse);
        parsed.put("java.time.Duration", Duration::parse);
        parsed.put("java.time.Period", Period::parse);
        parsed.put("java.time.ZoneId", ZoneId::of);
        return parsed;
    }

    private static boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    private static int character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    private static Number finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new NumberFormatException(number.toString());
        }
        return number;
    }

    /** The default of a type whose values say "nothing" without null, or null. */
    static @Nullable CodeBlock nothing(Declaration declaration, ValueModel value) {
        return switch (declaration.type().getKind()) {
            case BOOLEAN -> CodeBlock.of("false");
            case BYTE -> CodeBlock.of("(byte) 0");
            case SHORT -> CodeBlock.of("(short) 0");
            case CHAR -> CodeBlock.of("(char) 0");
            case INT -> CodeBlock.of("0");
            case LONG -> CodeBlock.of("0L");
            case FLOAT -> CodeBlock.of("0f");
            case DOUBLE -> CodeBlock.of("0d");
            default -> empty(value);
        };
    }

    private static @Nullable CodeBlock empty(ValueModel value) {
        return switch (value.raw().toString()) {
            case "java.lang.String" -> CodeBlock.of("$S", "");
            case "java.util.List", "java.util.Collection" ->
                CodeBlock.of("$T.of()", ClassName.get("java.util", "List"));
            case "java.util.Set" -> CodeBlock.of("$T.of()", ClassName.get("java.util", "Set"));
            case "java.util.Map" -> CodeBlock.of("$T.of()", ClassName.get("java.util", "Map"));
            default -> null;
        };
    }
}
