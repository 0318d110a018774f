package dev.keyturn.cli.command.port.computer;

import java.util.List;
import java.util.Optional;

/** This computer, for checks. Thread-safe. */
public interface Computer {

  /**
   * A file or folder.
   *
   * @param path where it is
   * @param folder whether it is a folder
   * @param own whether the user owns it
   * @param othersRead whether other users can read it
   * @param othersWrite whether other users can change it
   */
  record Found(String path, boolean folder, boolean own, boolean othersRead, boolean othersWrite) {}

  /** The home folder. */
  String home();

  /** Operating system, processor and Java, in one line. */
  String description();

  /** The file or folder at {@code path}, if it exists; links are followed. */
  Optional<Found> look(String path);

  /**
   * The file or folder at {@code path}, or the nearest one above it that exists. A link that leads
   * nowhere counts as a file.
   */
  Optional<Found> nearest(String path);

  /** Whether the user can create files in {@code folder}. */
  boolean isWritable(String folder);

  /** The lines of a text file; none when it is missing or cannot be read. */
  List<String> lines(String path);

  /**
   * Restricts {@code path} to the user.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void makePrivate(String path);

  /** Whether a program of that name, or at that path, can be found. */
  boolean isInstalled(String program);

  /**
   * The file of a program of that name, or at that path, links followed; empty if it cannot be
   * found.
   */
  Optional<String> program(String name);

  /** The files and folders inside a folder and those inside these; none when it does not exist. */
  List<Found> inside(String folder);

  /**
   * The first line that {@code program} prints when it is run with {@code words}; empty if it is
   * not installed or does not answer within four seconds.
   */
  Optional<String> answerOf(String program, List<String> words);
}
