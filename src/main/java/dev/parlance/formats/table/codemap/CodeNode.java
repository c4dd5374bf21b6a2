package dev.parlance.formats.table.codemap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a document: a scalar as written, an object or an array. */
sealed interface CodeNode {

    /** Returns the line of the value, from 1; 0 if unknown. */
    int line();

    record Scalar(int line, String text) implements CodeNode {
    }

    record Members(int line, Map<String, CodeNode> members) implements CodeNode {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    record Items(int line, List<CodeNode> items) implements CodeNode {
        public Items {
            items = List.copyOf(items);
        }
    }
}
