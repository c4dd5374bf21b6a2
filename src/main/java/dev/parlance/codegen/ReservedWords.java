package dev.parlance.codegen;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that cannot be generated identifiers. */
final class ReservedWords {
    /** Keywords and literals of Java 25, and {@code _}. */
    static final Set<String> JAVA = words("""
            _ abstract assert boolean break byte case catch char class const continue default do double else enum exports extends false
            final finally float for goto if implements import instanceof int interface long module native new non null open opens package
            permits private protected provides public record requires return sealed short static strictfp super switch synchronized this
            throw throws to transient transitive true try uses var void volatile when while with yield""");
    /** The private method of generated classes. */
    static final String SHOW = "show";
    /** Methods of every object on the JVM, most of which are final, and the private method of generated classes. */
    private static final Set<String> OBJECT_METHODS = words("clone equals finalize getClass hashCode notify notifyAll toString wait "
            + SHOW);
    static final Set<String> JAVA_METHODS = union(JAVA, OBJECT_METHODS);
    /** Hard and soft keywords of Kotlin. Soft ones are valid names in some places only, so all of them are avoided. */
    static final Set<String> KOTLIN = words("""
            as break by catch class const constructor continue data delegate do dynamic else enum false field finally for fun get if import
            in init inline inner interface internal is lateinit null object open operator out override package param private property
            protected public receiver return sealed set setparam super suspend tailrec this throw true try typealias typeof val value var
            vararg when where while""");
    static final Set<String> KOTLIN_METHODS = union(KOTLIN, OBJECT_METHODS);
    /** Keywords of declarations, statements, expressions and patterns in the grammar of Swift. */
    static final Set<String> SWIFT = words("""
            Any Protocol Self Type actor any as associatedtype async await borrowing break case catch class consume consuming continue
            convenience default defer deinit didSet do dynamic each else enum extension fallthrough false fileprivate final for func get
            guard if import in indirect infix init inout internal is isolated lazy left let macro mutating nil none nonisolated nonmutating
            open operator optional override package postfix precedencegroup prefix private protocol public repeat required rethrows return
            right self sending set some static struct subscript super switch throw throws true try typealias unowned var weak where while
            willSet""");
    static final Set<String> SWIFT_METHODS = union(SWIFT, Set.of(SHOW));

    /** Words that cannot be part of a package name, in Java or Kotlin. Contextual keywords such as {@code data} can. */
    static final Set<String> PACKAGES = words("""
            _ abstract as assert boolean break byte case catch char class const continue default do double else enum extends false final
            finally float for fun goto if implements import in instanceof int interface is long native new null object package private
            protected public return short static strictfp super switch synchronized this throw throws transient true try typealias typeof
            val var void volatile when while""");

    private ReservedWords() {
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
