package dev.keyturn.cli.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A program as its user starts it: with a folder, variables and stdin, and nothing else of this
 * process.
 */
record Program(List<String> command, Path folder, Map<String, String> environment, String input) {

  /** The outcome of a program. */
  record Outcome(int exit, String out, String err) {}

  /** Started in the root folder with the variables that every login shell sets. */
  static Program of(Path program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return new Program(command, Path.of("/"), Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"), "");
  }

  Program in(Path otherFolder) {
    return new Program(command, otherFolder, environment, input);
  }

  Program with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new Program(command, folder, more, input);
  }

  Program reading(String text) {
    return new Program(command, folder, environment, text);
  }

  Outcome run() {
    return start().join();
  }

  CompletableFuture<Outcome> start() {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      CompletableFuture<String> out =
          CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
      write(process.getOutputStream());
      return out.thenCombine(err, (o, e) -> new Outcome(process.onExit().join().exitValue(), o, e));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(OutputStream stdin) {
    try (stdin) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedWithoutReading) {
      // Its outcome has the details.
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
