package dev.keyturn.cli.image;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.runtime.ObjectMethods;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The records of the image, whose equals and hashCode the build writes out, against what the JVM
 * generates for them.
 */
class RecordsIT {

  private static final Path JAR = Path.of("target/keyturn/lib/keyturn.jar").toAbsolutePath();

  /** Two values of each type, which differ. */
  private static final Map<Class<?>, List<Object>> VALUES =
      Map.ofEntries(
          Map.entry(boolean.class, List.of(true, false)),
          Map.entry(byte.class, List.of((byte) 1, (byte) -2)),
          Map.entry(short.class, List.of((short) 1, (short) -2)),
          Map.entry(char.class, List.of('a', 'é')),
          Map.entry(int.class, List.of(1, -2)),
          Map.entry(long.class, List.of(1L, -2L << 40)),
          Map.entry(float.class, List.of(0.0f, -0.0f)),
          Map.entry(double.class, List.of(Double.NaN, 0.5)),
          Map.entry(String.class, List.of("one", "two")),
          Map.entry(Object.class, List.of("one", "two")),
          Map.entry(List.class, List.of(List.of(), List.of("one"))),
          Map.entry(Map.class, List.of(Map.of(), Map.of("one", "two"))),
          Map.entry(Set.class, List.of(Set.of(), Set.of("one"))),
          Map.entry(Optional.class, List.of(Optional.empty(), Optional.of("one"))),
          Map.entry(Path.class, List.of(Path.of("one"), Path.of("two"))));

  @Test
  void every_record_has_its_methods_written_out() throws IOException {
    List<String> left = new ArrayList<>();
    for (ClassModel type : records()) {
      type.methods().stream()
          .filter(RecordsIT::isGeneratedAtRunTime)
          .forEach(method -> left.add(name(type) + "." + method.methodName()));
    }
    assertThat(left).isEmpty();
  }

  private static boolean isGeneratedAtRunTime(MethodModel method) {
    return !method.methodName().equalsString("toString")
        && method.code().stream()
            .flatMap(code -> code.elementStream())
            .anyMatch(element ->
                element instanceof InvokeDynamicInstruction call
                    && call.bootstrapMethod().owner().displayName().equals("ObjectMethods"));
  }

  @Test
  void a_record_is_equal_to_and_hashed_as_what_the_jvm_generates() throws Throwable {
    Set<String> compared = new HashSet<>();
    URL[] jar = {JAR.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
      for (ClassModel model : records()) {
        if (namesOnly(model, "java/", "dev/keyturn/") && isLeftToTheJvm(model)) {
          Class<?> type = Class.forName(name(model), false, loader);
          if (compare(type)) {
            compared.add(type.getName());
          }
        }
      }
    }
    assertThat(compared).as("those whose components can be made up here").hasSizeGreaterThan(100);
  }

  private static List<ClassModel> records() throws IOException {
    List<ClassModel> records = new ArrayList<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().matches("dev/keyturn/.*[.]class")) {
          ClassModel type = ClassFile.of().parse(jar.getInputStream(entry).readAllBytes());
          if (type.findAttribute(Attributes.record()).isPresent()) {
            records.add(type);
          }
        }
      }
    }
    return records;
  }

  /** A record of the library has a type of the AWS SDK, which the image does without. */
  private static boolean namesOnly(ClassModel type, String... packages) {
    return type.fields().stream()
        .map(field -> field.fieldTypeSymbol().descriptorString())
        .filter(descriptor -> descriptor.startsWith("L"))
        .allMatch(
            descriptor -> Arrays.stream(packages).anyMatch(it -> descriptor.startsWith("L" + it)));
  }

  /** As the compiler made it: both methods, neither of which is written in the source. */
  private static boolean isLeftToTheJvm(ClassModel type) throws IOException {
    String file = "/" + type.thisClass().asInternalName() + ".class";
    try (InputStream compiled = requireNonNull(RecordsIT.class.getResourceAsStream(file))) {
      return ClassFile.of().parse(compiled.readAllBytes()).methods().stream()
              .filter(RecordsIT::isGeneratedAtRunTime)
              .count()
          == 2;
    }
  }

  private static String name(ClassModel type) {
    return type.thisClass().asInternalName().replace('/', '.');
  }

  private static boolean compare(Class<?> type) throws Throwable {
    List<Object> examples = examples(type);
    MethodHandle hash = generated(type, "hashCode");
    MethodHandle equality = generated(type, "equals");
    for (Object one : examples) {
      assertThat(one.hashCode()).as(type.getName()).isEqualTo((int) hash.invoke(one));
      for (Object other : Stream.concat(examples.stream(), Stream.of("no record")).toList()) {
        assertThat(one.equals(other))
            .as("%s and %s", one, other)
            .isEqualTo((boolean) equality.invoke(one, other));
      }
    }
    return examples.size() > 1;
  }

  private static MethodHandle generated(Class<?> type, String method) throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    RecordComponent[] components = type.getRecordComponents();
    MethodHandle[] getters = new MethodHandle[components.length];
    for (int i = 0; i < getters.length; i++) {
      getters[i] = lookup.findGetter(type, components[i].getName(), components[i].getType());
    }
    String names =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(";"));
    return (MethodHandle)
        ObjectMethods.bootstrap(lookup, method, MethodHandle.class, type, names, getters);
  }

  /** Twice the same, and for each component one that differs in it alone, as far as they exist. */
  private static List<Object> examples(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<Object> examples = new ArrayList<>();
    for (int differing = -2; differing < components.length; differing++) {
      @Nullable Object[] arguments = new @Nullable Object[components.length];
      for (int i = 0; i < components.length; i++) {
        arguments[i] = value(components[i].getType(), i == differing ? 1 : 0);
      }
      Object example = make(type, arguments);
      if (example != null) {
        examples.add(example);
      }
    }
    return examples;
  }

  private static @Nullable Object value(Class<?> type, int number) {
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[Math.min(number, constants.length - 1)];
    }
    List<Object> values = VALUES.get(type);
    return values == null ? null : values.get(number);
  }

  private static @Nullable Object make(Class<?> type, @Nullable Object[] arguments) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException | IllegalArgumentException refused) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
