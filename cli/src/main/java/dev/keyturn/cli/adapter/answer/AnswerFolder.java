package dev.keyturn.cli.adapter.answer;

import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.adapter.file.PrivateFiles.Durability;
import dev.keyturn.cli.adapter.answer.AnswerText.Unrepeatable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The folder with the answers and the times they refer to. A shell can only compare the times of
 * files, so each time is that of an empty file named after it. A name always means the same time,
 * so that an answer stays consistent with its times whatever another process does here.
 */
final class AnswerFolder {

  /** A user's profiles and command forms need only a part of this limit. */
  private static final int MOST_FILES = 500;

  /** Some shells compare whole seconds: an answer is valid from the next second on. */
  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  private final Path folder;

  AnswerFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes an answer, replacing an earlier one. Its times are written first: a process that is
   * killed here leaves either the old answer or the new one.
   */
  void leave(String name, String text, Instant made, List<Instant> times)
      throws IOException, Unrepeatable {
    Path file = folder.resolve(name);
    PrivateFiles.createFoldersOf(file);
    List<Path> there = PrivateFiles.list(folder);
    if (there.size() > MOST_FILES) {
      there.forEach(PrivateFiles::delete);
    }
    for (Instant time : times) {
      keep(time);
    }
    PrivateFiles.write(file, text.getBytes(StandardCharsets.UTF_8), Durability.LIGHT);
    PrivateFiles.date(file, made.minus(RESOLUTION));
  }

  /** On a file system that rounds times, the time would match no other file. */
  private void keep(Instant time) throws IOException, Unrepeatable {
    Path stamp = folder.resolve(AnswerText.stamp(time));
    PrivateFiles.open(stamp, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    if (!PrivateFiles.date(stamp, time)) {
      throw new Unrepeatable();
    }
  }

  void remove(String name) {
    PrivateFiles.delete(folder.resolve(name));
  }
}
