package dev.parlance.formats.table.markdown;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Traverses the nodes of a document in document order, without recursion. */
final class NodeOrder {
    private NodeOrder() {
    }

    /** Returns the next node in document order, starting with the children; null at the end of the root. */
    static @Nullable Node next(Node node, Node root) {
        return node.getFirstChild() != null ? node.getFirstChild() : skip(node, root);
    }

    /** Returns the next node after all descendants of a node; null at the end of the root. */
    static @Nullable Node skip(Node node, Node root) {
        for (var it = node; it != null && it != root; it = it.getParent()) {
            if (it.getNext() != null) {
                return it.getNext();
            }
        }
        return null;
    }
}
