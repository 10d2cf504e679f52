package dev.ananas.orm.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Static methods and classes that annotations name: hooks, mutators, defaults, casts and generators. */
final class MethodReader {
    private static final Set<String> BEFORE = Set.of("SAVING", "CREATING", "UPDATING", "DELETING");

    private final Types types;
    private final Elements elements;

    MethodReader(Types types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    /** The hooks of a record or interface. */
    List<EntityModel.Hook> hooks(TypeElement owner, Problems problems) {
        List<EntityModel.Hook> hooks = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
            Mark on = Mark.on(method, "On");
            if (on == null) {
                continue;
            }
            List<String> events = on.constants("value");
            for (String event : events) {
                if (fits(owner, method, on, event, problems)) {
                    String name = Wording.capitalized(event.toLowerCase(Locale.ROOT));
                    hooks.add(new EntityModel.Hook(method, "on" + name));
                }
            }
        }
        return hooks;
    }

    private boolean fits(TypeElement owner, ExecutableElement method, Mark on, String event, Problems problems) {
        String model = owner.getSimpleName().toString();
        boolean before = BEFORE.contains(event);
        String result = before ? "HookResult<" + model + ">" : "void";
        boolean takesChange = method.getParameters().size() == 1
                && isOf(method.getParameters().get(0).asType(), Library.CHANGE, owner.asType());
        boolean answers = before
                ? isOf(method.getReturnType(), Library.HOOK_RESULT, owner.asType())
                : method.getReturnType().getKind() == TypeKind.VOID;
        if (isCallable(method) && takesChange && answers) {
            return throwsNothingToHandle(owner, method, on.site(), problems);
        }
        problems.add(
                on.site(),
                "A hook at " + event + " is declared as static " + result + " " + method.getSimpleName() + "(Change<"
                        + model + "> change) and not private; declare " + model + "." + method.getSimpleName()
                        + " like that");
        return false;
    }

    private boolean isOf(TypeMirror type, ClassName generic, TypeMirror argument) {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(generic.canonicalName())
                && declared.getTypeArguments().size() == 1
                && types.isSameType(declared.getTypeArguments().get(0), argument);
    }

    private boolean throwsNothingToHandle(TypeElement owner, ExecutableElement method, Site site, Problems problems) {
        for (TypeMirror thrown : method.getThrownTypes()) {
            boolean unchecked = Stream.of("java.lang.RuntimeException", "java.lang.Error")
                    .anyMatch(name -> types.isSubtype(
                            thrown, elements.getTypeElement(name).asType()));
            if (!unchecked) {
                problems.add(
                        site,
                        owner.getSimpleName() + "." + method.getSimpleName() + " throws " + Wording.simple(thrown)
                                + ", which nobody who calls it handles; throw an unchecked exception instead");
                return false;
            }
        }
        return true;
    }

    private static boolean isCallable(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE);
    }

    /** A function that calls a static method of one argument of the type of a component; null if there is none. */
    @Nullable
    CodeBlock mutator(TypeElement owner, Declaration declaration, Mark mark, String member, Problems problems) {
        String name = mark.text(member);
        if (name.isEmpty()) {
            return null;
        }
        for (ExecutableElement method : methods(owner, name)) {
            if (isCallable(method)
                    && method.getParameters().size() == 1
                    && types.isSameType(method.getParameters().get(0).asType(), declaration.type())
                    && types.isSameType(method.getReturnType(), declaration.type())) {
                return throwsNothingToHandle(owner, method, mark.site(member), problems)
                        ? call(owner, declaration, name)
                        : null;
            }
        }
        String type = Wording.simple(declaration.type());
        problems.add(
                mark.site(member),
                ComponentReader.label(owner, declaration) + " is changed by a method that does not exist; add static "
                        + type + " " + name + "(" + type + " value) to " + owner.getSimpleName() + ", not private");
        return null;
    }

    private static CodeBlock call(TypeElement owner, Declaration declaration, String name) {
        CodeBlock call =
                CodeBlock.of("$T.$L(($T) value)", ClassName.get(owner), name, TypeName.get(declaration.type()));
        return declaration.primitive()
                ? CodeBlock.of("value -> value == null ? null : $L", call)
                : CodeBlock.of("value -> $L", call);
    }

    /** A call of a static method without arguments that answers a component; null if there is none. */
    @Nullable
    CodeBlock supplier(TypeElement owner, Declaration declaration, Mark mark, Problems problems) {
        String name = mark.text("method");
        for (ExecutableElement method : methods(owner, name)) {
            if (isCallable(method)
                    && method.getParameters().isEmpty()
                    && types.isAssignable(method.getReturnType(), declaration.type())) {
                return throwsNothingToHandle(owner, method, mark.site("method"), problems)
                        ? CodeBlock.of("$T.$L()", ClassName.get(owner), name)
                        : null;
            }
        }
        problems.add(
                mark.site("method"),
                "The default of " + ComponentReader.label(owner, declaration)
                        + " is made by a method that does not exist; add static " + Wording.simple(declaration.type())
                        + " " + name + "() to " + owner.getSimpleName() + ", not private");
        return null;
    }

    private static List<ExecutableElement> methods(TypeElement owner, String name) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
    }

    /** A new instance of a class that a member of an annotation names; null if none can be made. */
    @Nullable
    CodeBlock instance(TypeElement owner, Mark mark, String member, Problems problems) {
        if (!(mark.type(member) instanceof DeclaredType declared)) {
            return null;
        }
        TypeElement type = (TypeElement) declared.asElement();
        boolean outer = type.getNestingKind() == NestingKind.MEMBER
                && !type.getModifiers().contains(Modifier.STATIC);
        boolean makes = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
        boolean constructor = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(one -> one.getParameters().isEmpty() && isSeen(one, owner));
        if (makes && constructor && !outer && !type.getModifiers().contains(Modifier.ABSTRACT) && isSeen(type, owner)) {
            return CodeBlock.of("new $T()", ClassName.get(type));
        }
        problems.add(
                mark.site(member),
                "The generated class makes an instance of " + type.getSimpleName() + ", and cannot; give "
                        + type.getSimpleName()
                        + " a constructor without arguments that can be called from the package of "
                        + owner.getSimpleName());
        return null;
    }

    private boolean isSeen(Element member, TypeElement from) {
        for (Element one = member;
                one != null && one.getKind() != ElementKind.PACKAGE;
                one = one.getEnclosingElement()) {
            boolean samePackage = elements.getPackageOf(one).equals(elements.getPackageOf(from));
            if (one.getModifiers().contains(Modifier.PRIVATE)
                    || !one.getModifiers().contains(Modifier.PUBLIC) && !samePackage) {
                return false;
            }
        }
        return true;
    }
}
