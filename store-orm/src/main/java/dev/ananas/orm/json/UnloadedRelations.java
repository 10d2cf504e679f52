package dev.ananas.orm.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.ArrayList;
import java.util.List;

/** Leaves out properties that are relations and were not loaded. */
final class UnloadedRelations extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
        List<BeanPropertyWriter> changed = new ArrayList<>(properties.size());
        for (BeanPropertyWriter property : properties) {
            changed.add(isRelation(property.getType().getRawClass()) ? new IfLoaded(property) : property);
        }
        return changed;
    }

    private static boolean isRelation(Class<?> type) {
        return ToMany.class.isAssignableFrom(type) || ToOne.class.isAssignableFrom(type);
    }

    /** Writes a property unless it stands for a relation that was not asked for. */
    private static final class IfLoaded extends BeanPropertyWriter {
        private static final long serialVersionUID = 1L;

        IfLoaded(BeanPropertyWriter property) {
            super(property);
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator out, SerializerProvider provider) throws Exception {
            Object relation = get(bean);
            boolean unloaded = relation instanceof ToMany<?> many
                    ? !many.isLoaded()
                    : relation instanceof ToOne<?> one && !one.isLoaded();
            if (!unloaded) {
                super.serializeAsField(bean, out, provider);
            }
        }
    }
}
