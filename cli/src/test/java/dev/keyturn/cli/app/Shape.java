package dev.keyturn.cli.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way to write a profile, and what a login of it costs.
 *
 * <pre>
 * shapes = { shape }
 * shape  = "=== " name LF [ { NAME "=" value } ] words LF [ "types " device { " " device } LF ]
 *          { step } { "-- " file " --" LF content }
 * step   = ( "now" | "+" time ) cost LF          the same words again, after that time
 * cost   = "nothing" | [ number " code" [ "s" ] ": " ] action " " number { ", " action " " number }
 * </pre>
 *
 * In a file {@code $ALICE} and {@code $BOB} stand for the two lines of a user's long-term keys.
 *
 * @param name what is special about it
 * @param environment variables of the call
 * @param words the call
 * @param devices the devices whose codes are typed, in this order, if they are asked for
 * @param steps what each call costs
 * @param files the files below {@code .aws}
 */
record Shape(
    String name,
    Map<String, String> environment,
    List<String> words,
    List<String> devices,
    List<Step> steps,
    Map<String, String> files) {

  /**
   * One call.
   *
   * @param after how much later than the one before
   * @param cost what it costs
   */
  record Step(String after, String cost) {
    @Override
    public String toString() {
      return after + " " + cost;
    }
  }

  private static final Map<String, String> KEYS =
      Map.of(
          "$ALICE",
          """
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\
          """,
          "$BOB",
          """
          aws_access_key_id = AKIABOB00000000EXAMPLE
          aws_secret_access_key = bob/K7MDENG/bPxRfiCY/bob00EXAMPLEKEY0000\
          """);

  /** The shapes in {@code file}. */
  static List<Shape> all(Path file) {
    List<Shape> shapes = new ArrayList<>();
    for (String text : text(file).split("(?m)^=== ", -1)) {
      if (!text.isEmpty()) {
        shapes.add(parse(text.lines().toList()));
      }
    }
    return shapes;
  }

  private static Shape parse(List<String> lines) {
    Map<String, String> environment = new HashMap<>();
    List<String> words = new ArrayList<>();
    for (String word : lines.get(1).split(" ", -1)) {
      int equals = word.indexOf('=');
      if (words.isEmpty() && equals > 0) {
        environment.put(word.substring(0, equals), word.substring(equals + 1));
      } else {
        words.add(word);
      }
    }
    List<String> devices = List.of("alice");
    List<Step> steps = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    String file = "";
    for (String line : lines.subList(2, lines.size())) {
      if (line.startsWith("-- ")) {
        file = ".aws/" + line.substring(3, line.length() - 3);
      } else if (!file.isEmpty()) {
        files.merge(file, KEYS.getOrDefault(line, line) + "\n", String::concat);
      } else if (line.startsWith("types ")) {
        devices = List.of(line.substring(6).split(" ", -1));
      } else {
        String[] parts = line.split(" +", 2);
        steps.add(new Step(parts[0], parts[1]));
      }
    }
    return new Shape(lines.get(0), environment, words, devices, steps, files);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
