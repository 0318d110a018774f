package dev.keyturn.adapter.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Links that start a program by another name: symbolic links, or on Windows, where those need
 * special rights, a batch file. An existing file is never replaced.
 */
public final class ProgramLinks {

  private ProgramLinks() {}

  /** Whether anything exists at {@code link}, including a dangling link. */
  public static boolean isTaken(Path link) {
    return Files.exists(link, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether {@code link} is a symbolic link to {@code program}. */
  public static boolean leadsTo(Path link, Path program) {
    try {
      return Files.isSymbolicLink(link)
          && link.resolveSibling(Files.readSymbolicLink(link)).normalize().equals(program);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether {@code file} has exactly this text. */
  public static boolean contains(Path file, String text) {
    try {
      return Files.isRegularFile(file)
          && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).equals(text);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Makes a symbolic link, and its folder.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  public static void create(Path link, Path program) {
    try {
      Files.createDirectories(link.resolveSibling(""));
      Files.createSymbolicLink(link, program);
    } catch (IOException e) {
      throw IoFailures.unwritable(link, e);
    }
  }

  /**
   * Makes a file with this text, and its folder.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  public static void create(Path file, String text) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    }
  }

  /**
   * Removes a link.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  public static void delete(Path link) {
    try {
      Files.deleteIfExists(link);
    } catch (IOException e) {
      throw IoFailures.unwritable(link, e);
    }
  }
}
