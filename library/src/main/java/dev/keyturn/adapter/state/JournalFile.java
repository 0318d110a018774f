package dev.keyturn.adapter.state;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.keyturn.adapter.file.IoFailures;
import dev.keyturn.adapter.file.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file {@code journal} of the state folder: lines are appended and never changed. */
final class JournalFile {

  private final Path file;

  JournalFile(StateFolder folder) {
    this.file = folder.root().resolve("journal");
  }

  /**
   * Where the next line will begin.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable} when no line
   *     can be added
   */
  long end() {
    try (FileChannel channel = open(StandardOpenOption.APPEND)) {
      return channel.size();
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    }
  }

  /** Adds {@code line} unless it already occurs after {@code from}. */
  void add(String line, long from) {
    if (linesFrom(from).contains("\n" + line + "\n")) {
      return;
    }
    try (FileChannel channel = open(StandardOpenOption.APPEND)) {
      // In one write: lines of several processes do not mix.
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    }
  }

  private String linesFrom(long from) {
    try (FileChannel channel = open(StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - from));
      for (int read = 0; read >= 0 && bytes.hasRemaining(); ) {
        read = channel.read(bytes, from + bytes.position());
      }
      return "\n" + new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    }
  }

  /** A line would be added to what a link leads to, and nobody may read from a pipe. */
  private FileChannel open(StandardOpenOption use) throws IOException {
    if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw new IOException("it is not a regular file");
    }
    if (use == StandardOpenOption.READ) {
      return PrivateFiles.open(file, use, NOFOLLOW_LINKS);
    }
    PrivateFiles.createFoldersOf(file);
    return PrivateFiles.open(file, use, StandardOpenOption.CREATE, NOFOLLOW_LINKS);
  }
}
