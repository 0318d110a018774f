package dev.keyturn.cli.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What may happen in a home between two answers. Each says what it did. */
final class HotEvents {

  private static final List<String> KEPT = List.of("HOME", "PATH", "AWS_ENDPOINT_URL");

  private final HotHome home;
  private final Random random;
  private final List<Supplier<String>> all;
  private int edits;

  HotEvents(HotHome home, Random random) {
    this.home = home;
    this.random = random;
    all =
        List.of(
            this::login,
            () -> run("login", "dev", "--force", code()),
            () -> run("login", "admin", "--force", code()),
            () -> run("logout", oneOf("dev", "admin", "plain", "--all")),
            this::settle,
            this::settle,
            this::settle,
            () -> pass(Duration.ofSeconds(random.nextInt(70))),
            () -> pass(Duration.ofMinutes(random.nextInt(70))),
            () -> pass(Duration.ofHours(random.nextInt(14))),
            () -> pass(Duration.ofMinutes(-random.nextInt(120))),
            () -> edit(home.clock().instant()),
            () -> edit(home.clock().instant().minusSeconds(3_600)),
            this::replaceByLink,
            this::rotate,
            this::breakConfig,
            () -> set("AWS_REGION", oneOf("", "us-east-1", "eu-central-1", " ")),
            () -> set("AWS_PROFILE", oneOf("dev", "admin", "nobody", "")),
            () -> set("AWS_DEFAULT_PROFILE", oneOf("plain", "dev")),
            () -> set("KEYTURN_PROFILE", oneOf("dev", "admin")),
            () -> set("KEYTURN_RENEW_WITHIN", oneOf("20m", "11h", "no duration", "1m,1m,1m")),
            () -> set("KEYTURN_SAVE", oneOf("never", "", "sometimes")),
            () -> set("KEYTURN_SET", "AWS_REGION=us-east-1"),
            () -> set("AWS_SESSION_TOKEN", oneOf("token", "", " ")),
            () -> set("AWS_ACCESS_KEY_ID", oneOf("ASIAIOSFODNN7EXAMPLE", "")),
            () -> set("AWS_SECRET_ACCESS_KEY", "secret"),
            () -> set("AWS_ENDPOINT_URL_S3", "https://s3.example.com"),
            () -> set("AWS_MFA_SERIAL", "arn:aws:iam::123456789012:mfa/other"),
            () -> set("SHELL", oneOf("/bin/bash", "/usr/bin/fish")),
            () -> set("UNKNOWN", "1"),
            () -> set("AWS_CONFIG_FILE", oneOf("other", home.aws("config").toString())),
            this::unset,
            this::removeRecords,
            this::removeAnswers,
            this::damage,
            this::killBeforeTheAnswer,
            this::rebuild);
  }

  /** Something. */
  String happen() {
    return all.get(random.nextInt(all.size())).get();
  }

  /** Makes everything as it was in the beginning. */
  String recover() {
    home.environment().keySet().removeIf(name -> !KEPT.contains(name));
    home.write("config", HotHome.CONFIG);
    String done = run("login", "dev", code()) + ", " + run("login", "plain", code());
    return "recover: " + done + ", " + settle();
  }

  private String oneOf(String... words) {
    return words[random.nextInt(words.length)];
  }

  private String code() {
    return Integer.toString(100_000 + random.nextInt(900_000));
  }

  // --- the user ----------------------------------------------------------------------------------

  String login() {
    return run("login", oneOf("dev", "admin", "plain"), code());
  }

  private String run(String... words) {
    HotHome.Outcome outcome = home.java(words);
    return "keyturn " + String.join(" ", words) + ": " + outcome.exit();
  }

  private String set(String name, String value) {
    home.environment().put(name, value);
    return name + "=" + value;
  }

  private String unset() {
    List<String> names =
        home.environment().keySet().stream().filter(name -> !KEPT.contains(name)).toList();
    if (names.isEmpty()) {
      return "nothing to unset";
    }
    String name = names.get(random.nextInt(names.size()));
    home.environment().remove(name);
    return "unset " + name;
  }

  // --- time --------------------------------------------------------------------------------------

  String settle() {
    home.settle();
    return "settle";
  }

  private String pass(Duration time) {
    home.advance(time);
    return "pass " + time;
  }

  // --- files -------------------------------------------------------------------------------------

  private String edit(Instant time) {
    String name = oneOf("config", "credentials");
    Path file = home.aws(name);
    edits++;
    String region = oneOf("us-east-1", "us-west-2", "ap-south-1");
    home.write(
        name, read(file).replaceAll("region = .*", "region = " + region) + "# " + edits + "\n");
    HotHome.date(file, time);
    return "edit " + name + " at " + time;
  }

  /** To another file of the same time, as in a Nix store. */
  private String replaceByLink() {
    Path file = home.aws("config");
    String text = read(file).replaceAll("region = .*", "region = " + oneOf("a-1", "b-2"));
    Path other = home.aws("config-" + edits++);
    Instant time = Files.exists(file) ? HotHome.modified(file) : home.clock().instant();
    try {
      Files.writeString(other, text);
      HotHome.date(other, time);
      Files.deleteIfExists(file);
      Files.createSymbolicLink(file, other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "link config to another file";
  }

  private String rotate() {
    Path file = home.aws("credentials");
    home.write(
        "credentials",
        read(file).replaceFirst("AKIA[A-Z0-9]*", "AKIAI" + (100 + edits++) + "EXAMPLE0000"));
    return "rotate the first key";
  }

  private String breakConfig() {
    Path file = home.aws("config");
    try {
      switch (random.nextInt(3)) {
        case 0 -> Files.deleteIfExists(file);
        case 1 -> home.write("config", "[profile dev\n");
        default -> home.write("config", HotHome.CONFIG);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "config is now: " + read(file).length();
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // --- Keyturn's own -----------------------------------------------------------------------------

  private String removeRecords() {
    String kind = oneOf("sessions", "keys", "written", "");
    remove(kind.isEmpty() ? home.state() : home.state().resolve(kind));
    return "remove " + kind;
  }

  private String removeAnswers() {
    for (Path file : HotHome.files(home.answers())) {
      if (random.nextInt(3) == 0) {
        remove(file);
      }
    }
    return "remove some answers and times";
  }

  private String damage() {
    for (Path file : HotHome.files(home.answers())) {
      if (file.getFileName().toString().indexOf(',') >= 0 && random.nextBoolean()) {
        Instant time = HotHome.modified(file);
        byte[] whole = readBytes(file);
        byte[] some = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
        try {
          Files.write(file, random.nextBoolean() ? some : new byte[whole.length]);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        HotHome.date(file, time);
      }
    }
    return "damage some answers";
  }

  /** Leaves all times and the answer from before. */
  private String killBeforeTheAnswer() {
    Path answer = home.answers().resolve("credential-process,dev");
    if (!Files.exists(answer)) {
      return "no answer to keep";
    }
    Path before = home.home().resolve("before");
    try {
      Files.copy(
          answer, before, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      home.java("credential-process", "dev");
      if (Files.isDirectory(home.answers())) {
        Files.move(before, answer, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "kill Java before it leaves an answer";
  }

  private String rebuild() {
    String build = oneOf("one", "two");
    home.rebuild(build);
    return "build " + build;
  }

  private static byte[] readBytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A login asks for its identity beside all else, and may still write it. */
  static void remove(Path root) {
    for (int tries = 5; Files.exists(root); tries--) {
      try {
        removeNow(root);
      } catch (UncheckedIOException e) {
        if (tries == 0) {
          throw e;
        }
      }
    }
  }

  private static void removeNow(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
