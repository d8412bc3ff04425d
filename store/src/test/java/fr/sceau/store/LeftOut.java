package fr.sceau.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Methods of an inherited contract that do not apply here; {@code docs/contracts.md} says why. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LeftOut {
    String[] value();

    /** Skips the methods named. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean named = context.getTestMethod().isPresent()
                    && leftOut(context).contains(context.getRequiredTestMethod().getName());
            return named
                    ? ConditionEvaluationResult.disabled("left out, see docs/contracts.md")
                    : ConditionEvaluationResult.enabled("");
        }

        /** Of the outermost class: the nested classes of a contract know nothing of who inherits them. */
        private static List<String> leftOut(ExtensionContext context) {
            Class<?> outermost =
                    context.getRequiredTestInstances().getAllInstances().get(0).getClass();
            return AnnotationSupport.findAnnotation(outermost, LeftOut.class)
                    .map(annotation -> List.of(annotation.value()))
                    .orElse(List.of());
        }
    }
}
