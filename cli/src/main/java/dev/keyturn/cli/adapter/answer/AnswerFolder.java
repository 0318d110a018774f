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
 * The folder with the answers, and with the times that they name: a shell compares the times of
 * files, so each is that of an empty file, which is named after it. No name ever stands for another
 * time, so that an answer goes with its own, whatever another process does here.
 */
final class AnswerFolder {

  /** What a user's profiles and forms need is a part of it. */
  private static final int MOST_FILES = 500;

  /** Some shells compare whole seconds: an answer counts from the next moment on. */
  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  private final Path folder;

  AnswerFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Leaves an answer in place of an earlier one. Its times come first: a process that is killed
   * here leaves the old answer, or the new one.
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

  /** A file system that rounds times would make one that equals no other. */
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
