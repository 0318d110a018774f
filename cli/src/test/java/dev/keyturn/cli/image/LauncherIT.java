package dev.keyturn.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.image.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The image that this build made, started by its launchers as a user starts it, in every odd place.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final Path IMAGE = CHECKOUT.resolve("cli/target/keyturn");

  /** Of {@code login dev}, which takes the network cache. */
  private static final Outcome ANSWER =
      new Outcome(
          0,
          "dev: session ASIAIOSFODNN7EXAMPLE, still valid",
          "next: aws sts get-caller-identity --profile dev\n");

  /** Of {@code credential-process dev}, which takes the hot cache. */
  private static final Outcome HOT_ANSWER =
      new Outcome(
          0,
          """
          {"Version":1,"AccessKeyId":"ASIAIOSFODNN7EXAMPLE",\
          "SecretAccessKey":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",\
          "SessionToken":"token","Expiration":"2099-01-01T00:00:00Z"}
          """,
          "");

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void a_home_folder_with_an_accent_and_a_blank() throws IOException {
    home = Files.createDirectories(folder.resolve("josé maría"));
    SessionInFile.writeTo(home);
  }

  @Test
  void the_build_trained_all_caches() throws IOException {
    assertThat(caches(IMAGE))
        .extracting(cache -> cache.getFileName().toString().replaceAll("-.*", ""))
        .containsExactlyInAnyOrder("hot", "full", "sandbox");
  }

  @Test
  void no_cache_is_one_that_is_verified_at_each_start() throws IOException {
    FileTime configured = Files.getLastModifiedTime(IMAGE.resolve("launch.conf"));
    for (Path cache : caches(IMAGE)) {
      assertThat(Files.getLastModifiedTime(cache)).isLessThanOrEqualTo(configured);
    }
  }

  @Test
  void the_caches_are_accepted() {
    // With -XX:AOTMode=on a JVM that rejects its cache ends.
    Program strict = keyturn(answer()).with("KEYTURN_JAVA_OPTIONS", "-XX:AOTMode=on");
    assertThat(strict.run()).satisfies(LauncherIT::isTheAnswer);
    assertThat(keyturn(hotAnswer()).with("KEYTURN_JAVA_OPTIONS", "-XX:AOTMode=on").run())
        .isEqualTo(HOT_ANSWER);
  }

  static List<String> locales() {
    return List.of("C", "POSIX", "C.UTF-8", "de_DE.ISO-8859-1", "xx_XX.UTF-8");
  }

  @ParameterizedTest
  @MethodSource("locales")
  void any_locale_finds_files_below_a_folder_with_an_accent(String locale) {
    assertThat(keyturn(answer()).with("LC_ALL", locale).run()).satisfies(LauncherIT::isTheAnswer);
  }

  @ParameterizedTest
  @MethodSource("locales")
  void names_and_arguments_with_accents_are_read_and_printed_in_any_locale(String locale) {
    Outcome outcome = keyturn("whoami", "niño de").with("LC_ALL", locale).run();
    assertThat(outcome.err())
        .contains("'niño de'")
        .contains(home.resolve(".aws/config").toString());
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void java_options_of_the_environment_print_nothing_and_change_nothing() {
    Program program =
        keyturn(answer())
            .with("JAVA_TOOL_OPTIONS", "-Xint -XX:+UseZGC")
            .with("_JAVA_OPTIONS", "-Dx=y")
            .with("JDK_JAVA_OPTIONS", "-Dx=y")
            .with("CLASSPATH", "/nowhere");
    assertThat(program.run()).satisfies(LauncherIT::isTheAnswer);
  }

  @Test
  void an_absolute_link_on_the_path_works() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("kt"), CHECKOUT.resolve("keyturn"));
    assertThat(at(link, answer()).run()).satisfies(LauncherIT::isTheAnswer);
  }

  @Test
  void a_relative_link_to_a_link_works() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("kt"), CHECKOUT.resolve("keyturn"));
    Path link = Files.createSymbolicLink(bin.resolve("keyturn"), Path.of("../kt"));
    assertThat(at(link, answer()).run()).satisfies(LauncherIT::isTheAnswer);
    assertThat(at(Path.of("bin/keyturn"), answer()).in(folder).run())
        .satisfies(LauncherIT::isTheAnswer);
    assertThat(
            at(Path.of("/bin/sh"), "-c", "keyturn login dev")
                .with("PATH", bin + ":/usr/bin:/bin")
                .run())
        .satisfies(LauncherIT::isTheAnswer);
  }

  @Test
  void any_working_directory_will_do() {
    assertThat(at(Path.of("./keyturn"), answer()).in(CHECKOUT).run())
        .satisfies(LauncherIT::isTheAnswer);
    assertThat(at(Path.of("../keyturn"), answer()).in(CHECKOUT.resolve("cli")).run())
        .satisfies(LauncherIT::isTheAnswer);
    assertThat(at(Path.of("sh"), "keyturn", "login", "dev").in(CHECKOUT).run())
        .satisfies(LauncherIT::isTheAnswer);
  }

  @Test
  void without_caches_it_answers_the_same() throws IOException {
    Path image = copyOfTheImage();
    for (Path cache : caches(image)) {
      Files.delete(cache);
    }
    answersTheSame(image);
  }

  @Test
  void with_truncated_caches_it_answers_the_same() throws IOException {
    Path image = copyOfTheImage();
    for (Path cache : caches(image)) {
      Files.write(cache, new byte[] {1, 2, 3});
    }
    answersTheSame(image);
  }

  @Test
  void with_damaged_caches_it_answers_the_same() throws IOException {
    Path image = copyOfTheImage();
    for (Path cache : caches(image)) {
      byte[] bytes = Files.readAllBytes(cache);
      for (int i = 9000; i < bytes.length; i += 16_384) {
        bytes[i] ^= 4;
      }
      Files.write(cache, bytes);
    }
    answersTheSame(image);
  }

  @Test
  void variables_named_as_the_launcher_names_its_own_change_nothing() throws IOException {
    Program program = keyturn(answer());
    Program hot = keyturn(hotAnswer());
    Program exec = keyturn("exec", "dev", "--", "/bin/echo", "ran");
    for (String name : namesOfTheLauncher()) {
      String value = folder.resolve("of the caller").toString();
      program = program.with(name, value);
      hot = hot.with(name, value);
      exec = exec.with(name, value);
    }
    assertThat(program.run()).satisfies(LauncherIT::isTheAnswer);
    for (int i = 0; i < 2; i++) {
      assertThat(hot.run()).isEqualTo(HOT_ANSWER);
      assertThat(exec.run()).isEqualTo(new Outcome(0, "ran\n", ""));
    }
    assertThat(folder.resolve("of the caller")).doesNotExist();
  }

  private static Set<String> namesOfTheLauncher() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String part : List.of("keyturn", "cli/src/image/hot.sh", "cli/src/image/launch.sh")) {
      Matcher name =
          Pattern.compile("\\bkeyturn_[a-z_]+").matcher(Files.readString(CHECKOUT.resolve(part)));
      while (name.find()) {
        names.add(name.group());
      }
    }
    return names;
  }

  /** Otherwise Bash prints all exported variables. */
  @Test
  void bash_with_the_option_keyword_answers_the_same_and_hands_it_on() {
    Path bash = Path.of("/bin/bash");
    String launcher = CHECKOUT.resolve("keyturn").toString();
    for (int i = 0; i < 2; i++) {
      Program credentials = at(bash, "--posix", launcher, "credential-process", "dev");
      assertThat(credentials.with("SHELLOPTS", "keyword").run()).isEqualTo(HOT_ANSWER);
      Program exec = at(bash, "--posix", launcher, "exec", "dev", "--", "bash", "-c", "echo $-");
      assertThat(exec.with("SHELLOPTS", "keyword").run().out()).isEqualTo("hkBc\n");
    }
  }

  @Test
  void in_a_folder_that_was_removed_no_file_is_made_elsewhere() throws IOException {
    Path removed = Files.createDirectory(folder.resolve("removed"));
    String script = "cd '" + removed + "' && rmdir '" + removed + "' && exec \"$0\" \"$@\"";
    String launcher = CHECKOUT.resolve("keyturn").toString();
    Outcome outcome =
        at(Path.of("/bin/sh"), "-c", script, launcher, "env", "dev", "--file", ".env").run();
    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(Path.of("/.env")).doesNotExist();
  }

  @Test
  void with_caches_of_other_jars_it_answers_the_same() throws IOException {
    Path image = copyOfTheImage();
    List<Path> caches = caches(image);
    Path first = folder.resolve("first");
    Files.move(caches.get(0), first);
    Files.move(caches.get(1), caches.get(0));
    Files.move(first, caches.get(1));
    try (Stream<Path> jars = Files.list(image.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
      }
    }
    answersTheSame(image);
  }

  @Test
  void a_moved_image_keeps_its_caches() throws IOException {
    Program program = at(copyOfTheImage().resolve("bin/keyturn"), answer());
    assertThat(program.with("KEYTURN_JAVA_OPTIONS", "-XX:AOTMode=on").run())
        .satisfies(LauncherIT::isTheAnswer);
  }

  @Test
  void when_its_java_went_an_image_takes_another_jdk_25() throws IOException {
    Path image = copyOfTheImage();
    Path configuration = image.resolve("launch.conf");
    String text = Files.readString(configuration);
    String java = System.getProperty("java.home");
    Files.writeString(
        configuration, text.replaceFirst("keyturn_java_home=.*", "keyturn_java_home=/nowhere"));
    Program program = at(image.resolve("bin/keyturn"), answer());
    assertThat(program.with("KEYTURN_JAVA_HOME", java).run()).satisfies(LauncherIT::isTheAnswer);
    assertThat(program.with("KEYTURN_JAVA_HOME", "/nowhere/else").run())
        .isEqualTo(
            new Outcome(
                3,
                "",
                """
                keyturn: KEYTURN_JAVA_HOME is not a JDK 25 with bin/java: /nowhere/else
                hint: unset KEYTURN_JAVA_HOME
                """));
  }

  private void answersTheSame(Path image) {
    assertThat(at(image.resolve("bin/keyturn"), answer()).run()).satisfies(LauncherIT::isTheAnswer);
    assertThat(at(image.resolve("bin/keyturn"), hotAnswer()).run()).isEqualTo(HOT_ANSWER);
  }

  private static void isTheAnswer(Outcome outcome) {
    // How long a session is still valid is said in hours, which pass.
    String beginning = outcome.out().replaceFirst("(still valid).*\n", "$1");
    assertThat(new Outcome(outcome.exit(), beginning, outcome.err())).isEqualTo(ANSWER);
  }

  private static String[] answer() {
    return new String[] {"login", "dev"};
  }

  private static String[] hotAnswer() {
    return new String[] {"credential-process", "dev"};
  }

  private Program keyturn(String... arguments) {
    return at(CHECKOUT.resolve("keyturn"), arguments);
  }

  private Program at(Path launcher, String... arguments) {
    return Program.of(launcher, arguments).with("HOME", home.toString());
  }

  private Path copyOfTheImage() throws IOException {
    Path copy = folder.resolve("a copy");
    try (Stream<Path> files = Files.walk(IMAGE)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(IMAGE.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return copy;
  }

  private static List<Path> caches(Path image) throws IOException {
    try (Stream<Path> files = Files.list(image)) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }
}
