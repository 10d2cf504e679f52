package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a program as a test in the syntax of the library. */
final class JavaPrinter {
    private static final Map<Step.Again, String> CALLS =
            Map.of(Step.Again.SAVE, "saveAll", Step.Again.INSERT, "insertAll", Step.Again.FRESH, "fresh");

    private final SchemaShape schema;
    private final StringBuilder text = new StringBuilder();
    private final JavaQueries queries;

    private JavaPrinter(SchemaShape schema) {
        this.schema = schema;
        this.queries = new JavaQueries(schema);
    }

    static String print(Program program, Mismatch mismatch) {
        JavaPrinter printer = new JavaPrinter(program.schema());
        printer.line("@Test");
        printer.line("void shrunk() {");
        program.schema().entities().forEach(printer::declare);
        String linger = program.linger() ? "" : ".linger(Duration.ZERO)";
        printer.line("    Store store = Store.builder()" + linger + ".build();");
        String types =
                program.schema().entities().stream().map(EntityShape::name).collect(Collectors.joining(", "));
        boolean times = program.schema().entities().stream().anyMatch(entity -> entity.times() != null);
        if (times) {
            printer.line("    SteppedClock clock = new SteppedClock();");
        }
        String clock = times ? "builder(store).types(" + types + ").clock(clock).build()" : "on(store, " + types + ")";
        printer.line("    Database db = Database." + clock + ";");
        for (int i = 0; i < program.steps().size(); i++) {
            if (i == mismatch.step()) {
                mismatch.getMessage().lines().forEach(line -> printer.line("    // " + line.strip()));
            }
            printer.step("    ", program.steps().get(i));
        }
        printer.line("}");
        return printer.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void declare(EntityShape entity) {
        StringBuilder type = new StringBuilder(
                "    EntityType<Row> " + entity.name() + " = EntityType.dynamic(" + JavaValues.of(entity.name()) + ")");
        EntityShape base = entity.base() == null ? null : schema.entity(entity.base());
        for (AttributeShape attribute : entity.attributes()) {
            if (base == null || !attribute.equals(base.attribute(attribute.name()))) {
                type.append(JavaSchemas.declaration(attribute));
            }
        }
        type.append(JavaSchemas.details(entity));
        if (base == null && !entity.key().equals(List.of("id"))) {
            type.append(".primaryKey(").append(JavaValues.list(entity.key())).append(")");
        }
        for (RelationShape relation : entity.relations()) {
            if (base == null || base.relation(relation.name()) == null) {
                type.append("\n            ").append(JavaSchemas.declaration(relation));
            }
        }
        line(type + ".build();");
    }

    private void step(String indent, Step step) {
        if (step instanceof Step.Subscribe subscribe) {
            String name = String.valueOf(subscribe.name());
            line(indent + "List<Object> seen" + name + " = new ArrayList<>();");
            line(indent + "Disposable live" + name + " = " + queries.query(subscribe.query()) + ".flux().subscribe(seen"
                    + name + "::add);");
        } else if (step instanceof Step.Unsubscribe unsubscribe) {
            line(indent + "live" + unsubscribe.name() + ".dispose();");
        } else if (step instanceof Step.Transact transact) {
            line(indent + "store.transact(() -> {");
            transact.actions().forEach(action -> step(indent + "    ", action));
            line(indent + "    " + (transact.fails() ? "throw new IllegalStateException();" : "return null;"));
            line(indent + "});");
        } else if (step instanceof Step.Tick tick) {
            line(indent + "clock.tick(" + tick.millis() + ");");
        } else if (step instanceof Step.Ask ask) {
            line(indent + queries.query(ask.query()) + ".get();");
        } else if (step instanceof Step.Load load) {
            QueryShape loading = new QueryShape(load.query().entity(), load.clauses(), QueryShape.Terminal.LIST);
            line(indent + "db.repository(" + load.query().entity() + ").load(" + queries.query(load.query())
                    + ".get(), query_ -> " + queries.said("query_", loading) + ");");
        } else if (step instanceof Step.Revive revive) {
            line(indent + "db.repository(" + revive.entity() + ").reviveAll(" + JavaValues.of(revive.keys()) + ");");
        } else if (step instanceof Step.Make make) {
            line(indent + "db.repository(" + make.entity() + ").makeAll(" + JavaValues.of(make.rows()) + ");");
        } else {
            Step.Write write = (Step.Write) step;
            line(indent + "db.repository(" + write.entity() + ")" + call(write) + ";");
        }
    }

    private String call(Step.Write write) {
        if (write instanceof Step.Insert insert) {
            return ".insertMaps(" + JavaValues.of(insert.rows()) + ")";
        } else if (write instanceof Step.Save save) {
            String mode = save.synced() ? ".mode(SaveMode.SYNC)" : "";
            return save.rows().size() == 1
                    ? mode + ".saveMap(" + JavaValues.of(save.rows().get(0)) + ")"
                    : mode + ".saveMaps(" + JavaValues.of(save.rows()) + ")";
        } else if (write instanceof Step.Fresh fresh) {
            return ".freshMaps(" + JavaValues.of(fresh.rows()) + ")";
        } else if (write instanceof Step.Create) {
            return ".create()";
        } else if (write instanceof Step.FindOrSave find) {
            return (find.updates() ? ".updateOrCreate(" : ".firstOrCreate(") + JavaValues.of(find.attributes()) + ", "
                    + JavaValues.of(find.values()) + ")";
        } else if (write instanceof Step.UpdateKey update) {
            return ".update(" + key(write.entity(), update.key()) + ", " + patch(update.patch()) + ")";
        } else if (write instanceof Step.UpdateQuery update) {
            return ".update(" + queries.query(update.query()) + ", " + patch(update.patch()) + ")";
        } else if (write instanceof Step.DeleteKey delete) {
            return ".delete(" + key(write.entity(), delete.key()) + ")";
        } else if (write instanceof Step.DeleteQuery delete) {
            return ".delete(" + queries.query(delete.query()) + ")";
        } else if (write instanceof Step.Destroy destroy) {
            return ".destroy(" + keys(write.entity(), destroy.keys()) + ")";
        } else if (write instanceof Step.Clear) {
            return ".clear()";
        } else if (write instanceof Step.StoreAgain again) {
            return "." + CALLS.get(again.how()) + "(" + queries.query(again.query()) + ".get())";
        } else if (write instanceof Step.LinkKeys link) {
            return links(link.entity(), link.relation()) + link.call().name().toLowerCase(java.util.Locale.ROOT) + "("
                    + key(link.entity(), link.parent()) + ", "
                    + keys(related(link.entity(), link.relation()), link.related()) + ")";
        }
        return write instanceof Step.Associate associate ? call(associate) : call((Step.LinkPivots) write);
    }

    private String call(Step.Associate associate) {
        String key = key(associate.entity(), associate.key());
        return ".toOne(" + JavaValues.of(associate.relation()) + ")"
                + (associate.related() == null
                        ? ".dissociate(" + key + ")"
                        : ".associate(" + key + ", " + JavaValues.of(associate.target()) + ", "
                                + key(associate.target(), associate.related()) + ")");
    }

    private String call(Step.LinkPivots link) {
        String entity = related(link.entity(), link.relation());
        String call = links(link.entity(), link.relation());
        String parent = key(link.entity(), link.parent());
        if (link.call() == Step.PivotsCall.SYNC) {
            return call + "sync(" + parent + ", map("
                    + link.links().stream()
                            .map(one -> key(entity, one.related()) + ", " + patch(one.pivot()))
                            .collect(Collectors.joining(", "))
                    + "))";
        }
        Step.Link only = link.links().get(0);
        return call + (link.call() == Step.PivotsCall.ATTACH ? "attach(" : "updatePivot(") + parent + ", "
                + key(entity, only.related()) + ", " + patch(only.pivot()) + ")";
    }

    private static String links(String entity, String relation) {
        return ".relation(" + JavaValues.of(relation) + ").";
    }

    private String related(String entity, String relation) {
        return schema.entity(entity).relation(relation).related();
    }

    private static String patch(Map<String, Object> patch) {
        return "Patch.of(" + JavaValues.of(patch) + ")";
    }

    private String key(String entity, Object key) {
        return queries.key(schema.entity(entity), key);
    }

    private String keys(String entity, List<Object> keys) {
        return keys.stream().map(key -> key(entity, key)).collect(Collectors.joining(", ", "Arrays.asList(", ")"));
    }
}
