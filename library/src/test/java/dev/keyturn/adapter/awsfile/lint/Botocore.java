package dev.keyturn.adapter.awsfile.lint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.file.FileKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The real botocore of the system's Python, which reads many files at once. */
final class Botocore {

  private static final Path PYTHON = Path.of("/usr/bin/python3");

  /** Writes {@code file TAB profile TAB key TAB value}, all odd letters escaped. */
  private static final String READ =
      """
      import pathlib, sys
      import botocore.configloader as loader
      def escape(text):
          return text.encode("unicode_escape").decode()
      for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
          try:
              if file.name.startswith("config"):
                  profiles = loader.load_config(str(file))["profiles"]
              else:
                  profiles = loader.raw_config_parse(str(file), parse_subsections=True)
          except Exception as failure:
              continue
          print(file.name)
          for profile, settings in profiles.items():
              print(file.name, escape(profile), sep="\\t")
              for key, value in settings.items():
                  nested = value.items() if isinstance(value, dict) else [("", value)]
                  for name, text in nested:
                      path = (key + "." + name.lower()).rstrip(".")
                      print(file.name, escape(profile), escape(path), escape(text), sep="\\t")
      """;

  private final Path folder;
  private int files;

  /** Reads files that it keeps in {@code folder}. */
  Botocore(Path folder) {
    this.folder = folder;
  }

  /** Whether there is one here. */
  static boolean isHere() {
    try {
      return Files.isExecutable(PYTHON)
          && new ProcessBuilder(PYTHON.toString(), "-c", "import botocore").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  /** Keeps a file to be read, and says what it is called. */
  String add(FileKind kind, byte[] bytes) throws IOException {
    String name = (kind == FileKind.CONFIG ? "config-" : "credentials-") + files++;
    Files.write(folder.resolve(name), bytes);
    return name;
  }

  /** Reads all files: by name, the values by profile and key; empty for an unreadable file. */
  Map<String, Optional<Map<String, Map<String, String>>>> read() throws Exception {
    Map<String, Optional<Map<String, Map<String, String>>>> readings = new HashMap<>();
    try (var all = Files.list(folder)) {
      all.forEach(file -> readings.put(file.getFileName().toString(), Optional.empty()));
    }
    for (String line : output()) {
      String[] parts = line.split("\t", -1);
      if (parts.length == 1) {
        readings.put(parts[0], Optional.of(new TreeMap<>()));
      } else {
        Map<String, String> profile =
            requireNonNull(readings.get(parts[0]))
                .orElseThrow()
                .computeIfAbsent(unescaped(parts[1]), name -> new TreeMap<>());
        if (parts.length == 4) {
          profile.put(unescaped(parts[2]), unescaped(parts[3]));
        }
      }
    }
    return readings;
  }

  private List<String> output() throws Exception {
    Process process =
        new ProcessBuilder(PYTHON.toString(), "-c", READ, folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    return out.lines().toList();
  }

  /** The text that Python's {@code unicode_escape} has escaped. */
  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    int index = 0;
    while (index < text.length()) {
      char letter = text.charAt(index++);
      if (letter != '\\') {
        plain.append(letter);
        continue;
      }
      char escape = text.charAt(index++);
      int digits =
          switch (escape) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
          };
      plain.appendCodePoint(
          digits == 0 ? plain(escape) : Integer.parseInt(text, index, index + digits, 16));
      index += digits;
    }
    return plain.toString();
  }

  private static int plain(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> letter;
    };
  }
}
