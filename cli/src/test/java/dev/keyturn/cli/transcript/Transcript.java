package dev.keyturn.cli.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One user story: what is typed and what happens, then the files that are there before.
 *
 * <pre>
 * transcript = { line } { "-- " name " --" LF content }
 * line       = "#" comment | empty | command | look | output    an output may have empty lines within
 * command    = ( "$ " | "! " exit " " ) [ "echo " word " | " ] { NAME "=" value } "keyturn" { word } [ " | true" ]
 * look       = "% diff"                    what changed in the home folder since the last look
 *            | "% calls"                   what AWS was asked since the last look
 *            | "% clock " time             lets time pass, here and at AWS
 *            | "% aws-clock " time         lets time pass at AWS only
 *            | "% fault " json             AWS misbehaves
 *            | "% write " file " " name    another program replaces a file
 *            | "% mode " mode " " file     a file gets another mode, such as r--------
 * output     = "2> " standard error | "tty> " shown on the terminal | "tty< " typed there
 *            | "+ " | "- " | "  " | "calls " … of a look | standard output
 * </pre>
 *
 * {@code $CODE} is what alice's device shows now, {@code $NEXT} and {@code $PREVIOUS} the codes
 * beside it, {@code $WRONG} none of them; {@code $CODE_BOB} is the device {@code …/bob}'s. {@code
 * $SEED} is the secret key of alice's device. Keys of sessions appear as {@code $ID1}, {@code
 * $SECRET1}, {@code $TOKEN1}, numbered as they are first seen, so that equal values have equal
 * names.
 *
 * @param name the file's name without its ending
 * @param script everything before the files
 * @param files the files of the home folder; {@code sandbox.json} is what lives at AWS
 */
public record Transcript(String name, String script, Map<String, String> files) {

  private static final Path FOLDER = Path.of("src", "test", "resources", "transcripts");
  private static final String COMPANY = "sandbox.json";

  /** Every story there is. */
  public static List<Transcript> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(Transcript::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Transcript read(Path file) {
    try {
      String name = file.getFileName().toString().replace(".txt", "");
      return parse(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parses a transcript. */
  public static Transcript parse(String name, String text) {
    Map<String, String> files = new LinkedHashMap<>();
    StringBuilder script = new StringBuilder();
    StringBuilder current = script;
    String file = "";
    for (String line : text.split("(?<=\n)", -1)) {
      if (line.startsWith("-- ") && line.endsWith(" --\n")) {
        putFile(files, file, current);
        file = line.substring(3, line.length() - 4);
        current = new StringBuilder();
      } else {
        current.append(line);
      }
    }
    putFile(files, file, current);
    return new Transcript(name, script.toString().stripTrailing() + "\n", files);
  }

  private static void putFile(Map<String, String> files, String name, StringBuilder content) {
    if (!name.isEmpty()) {
      files.put(name, content.toString());
    }
  }

  /** What lives at AWS: the story's own state file, else the company all stories share. */
  public String company() {
    try {
      String own = files.get(COMPANY);
      return own == null ? Files.readString(FOLDER.resolve(COMPANY)) : own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that a home folder has before. */
  public Map<String, String> homeFiles() {
    Map<String, String> home = new LinkedHashMap<>(files);
    home.keySet().removeIf(file -> file.equals(COMPANY) || !isInHome(file));
    return home;
  }

  private static boolean isInHome(String file) {
    return file.startsWith(".") || file.startsWith("Downloads/");
  }

  /** Whether time passes in it, which needs a clock controlled by the test. */
  public boolean needsAHeldClock() {
    return Stream.of("% clock ", "% aws-clock ", "next code in", "undoes: 12:00", "# held clock")
        .anyMatch(script::contains);
  }

  @Override
  public String toString() {
    return name;
  }
}
