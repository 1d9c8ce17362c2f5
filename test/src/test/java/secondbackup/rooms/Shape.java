package secondbackup.rooms;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/// What the Java language knows of a class and ArchUnit does not ask: sealed, record.
final class Shape {
    private Shape() {}

    static ArchCondition<JavaClass> be(String description, Predicate<Class<?>> shape) {
        return new ArchCondition<>("be " + description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var words = item.getName() + " is not " + description;
                events.add(new SimpleConditionEvent(item, shape.test(item.reflect()), words));
            }
        };
    }
}
