package dev.keyturn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What applications compile against, listed in a file: a line that goes or changes breaks somebody,
 * a new one is a promise. Who means it changes the file.
 */
class PublicApiTest {

  private static final Path LIST = Path.of("src/test/resources/public-api.txt");
  private static final List<Class<?>> API =
      List.of(
          MfaCodeCallback.class,
          MfaCredentialsProvider.class,
          MfaCredentialsProvider.Builder.class);

  @Test
  void the_public_api_is_the_one_that_is_listed() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Class<?> type : API) {
      found.add(Modifier.toString(type.getModifiers()) + " " + type.getName());
      Stream.<Executable>concat(
              Arrays.stream(type.getDeclaredConstructors()),
              Arrays.stream(type.getDeclaredMethods()))
          .filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic())
          .forEach(member -> found.add(signature(type, member)));
    }
    assertThat(String.join("\n", found) + "\n").isEqualTo(Files.readString(LIST));
  }

  @Test
  void nothing_else_of_the_package_is_public() throws IOException {
    try (Stream<Path> classes =
        Files.list(Path.of(System.getProperty("build.folder", "target"), "classes/dev/keyturn"))) {
      List<String> published =
          classes
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
              .map(name -> "dev.keyturn." + name.replace(".class", ""))
              .filter(PublicApiTest::isPublic)
              .sorted()
              .toList();
      assertThat(published).isEqualTo(API.stream().map(Class::getName).sorted().toList());
    }
  }

  private static boolean isPublic(String name) {
    try {
      return Modifier.isPublic(Class.forName(name).getModifiers());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(Class<?> type, Executable member) {
    String parameters =
        Arrays.stream(member.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
    boolean isStatic = Modifier.isStatic(member.getModifiers());
    String result =
        member instanceof Method method
            ? method.getReturnType().getSimpleName() + " " + method.getName()
            : ((Constructor<?>) member).getDeclaringClass().getSimpleName();
    return type.getName() + (isStatic ? " static " : " ") + result + parameters;
  }
}
