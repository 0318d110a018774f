package dev.keyturn.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of other people that tests run. A test without its program is skipped with a message,
 * and fails where the environment says {@code KEYTURN_CLIENTS=required}.
 */
public final class Programs {

  /** What a program said and how it ended. */
  public record Result(int status, String output, String errors) {}

  private Programs() {}

  /** The program of this name on the search path. */
  public static Path require(String name) {
    return require(name, program -> true);
  }

  /** The first program of this name on the search path that is the right one. */
  public static Path require(String name, Predicate<Path> right) {
    Path found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .filter(right)
            .findFirst()
            .orElse(null);
    return present(name, found);
  }

  private static Path present(String name, @Nullable Path found) {
    if (!"required".equals(System.getenv("KEYTURN_CLIENTS"))) {
      Assumptions.assumeTrue(found != null, name + " is not installed: nothing to test with");
    }
    assertThat(found).as(name + " is installed").isNotNull();
    return requireNonNull(found);
  }

  /** Runs a program to its end with exactly this environment. */
  public static Result run(Map<String, String> environment, Path program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Path errors = Files.createTempFile("errors", ".txt");
      Process process = builder.redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).as("%s ends", program).isTrue();
      Result result = new Result(process.exitValue(), output, Files.readString(errors));
      Files.delete(errors);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
