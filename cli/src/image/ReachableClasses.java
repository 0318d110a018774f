import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Of a large library, the classes that the product can reach: Bouncy Castle has more than 5,000 and
 * the product uses Argon2id of it. Licences and notices are not classes, and are kept.
 */
final class ReachableClasses {

  private static final String LARGE = "bcprov-";

  /** What the product calls. */
  private static final List<String> ROOTS =
      List.of(
          "org/bouncycastle/crypto/generators/Argon2BytesGenerator",
          "org/bouncycastle/crypto/params/Argon2Parameters$Builder");

  private static final String CLASS = ".class";

  private final JarFile jar;
  private final boolean all;
  private final Set<String> names = new HashSet<>();

  private ReachableClasses(JarFile jar, boolean all) {
    this.jar = jar;
    this.all = all;
  }

  /** Those of {@code jar}; all of them when it is not a large library. */
  static ReachableClasses of(JarFile jar, String fileName) throws IOException {
    ReachableClasses classes = new ReachableClasses(jar, !fileName.startsWith(LARGE));
    if (!classes.all) {
      classes.follow();
    }
    return classes;
  }

  /** Whether the entry called {@code name} stays. */
  boolean contain(String name) {
    return all || name.startsWith("META-INF/LICENSE") || names.contains(name);
  }

  private void follow() throws IOException {
    Deque<String> left = new ArrayDeque<>(ROOTS);
    while (!left.isEmpty()) {
      String name = left.pop() + CLASS;
      ZipEntry entry = jar.getEntry(name);
      if (entry != null && names.add(name)) {
        for (PoolEntry constant :
            ClassFile.of().parse(jar.getInputStream(entry).readAllBytes()).constantPool()) {
          if (constant instanceof ClassEntry used) {
            left.push(element(used.asInternalName()));
          }
        }
      }
    }
  }

  /** Of an array of objects, their class. */
  private static String element(String name) {
    return name.startsWith("[") ? name.substring(name.indexOf('L') + 1).replace(";", "") : name;
  }
}
