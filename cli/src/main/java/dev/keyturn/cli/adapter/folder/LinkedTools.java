package dev.keyturn.cli.adapter.folder;

import dev.keyturn.adapter.file.ProgramLinks;
import dev.keyturn.cli.command.port.file.ToolLinks;
import dev.keyturn.domain.failure.FileFailure;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Links to an installed Keyturn; on Windows, a batch file that calls it. */
public final class LinkedTools implements ToolLinks {

  private final Path program;
  private final Path home;
  private final String searched;
  private final boolean windows;

  /**
   * For one installation.
   *
   * @param program Keyturn's launcher
   * @param home the user's home folder
   * @param searched the value of {@code PATH}
   */
  public LinkedTools(String program, Path home, String searched, boolean windows) {
    this.program = Path.of(program);
    this.home = home;
    this.searched = searched;
    this.windows = windows;
  }

  @Override
  public String folder() {
    return home.resolve(".local").resolve("bin").toString();
  }

  @Override
  public Link create(String name, String folder) {
    Path link = link(name, folder);
    if (!program.isAbsolute()) {
      throw unwritable(link, "Keyturn is not installed: a link needs an installed program");
    }
    boolean isNew = !ProgramLinks.isTaken(link);
    if (!isNew && !isOurs(name, link)) {
      throw unwritable(link, "another file has this name");
    }
    if (isNew && windows) {
      ProgramLinks.create(link, batch(name));
    } else if (isNew) {
      ProgramLinks.create(link, program);
    }
    return new Link(link.toString(), isNew, started(link));
  }

  @Override
  public @Nullable String remove(String name, String folder) {
    Path link = link(name, folder);
    if (!ProgramLinks.isTaken(link)) {
      return null;
    }
    if (!isOurs(name, link)) {
      throw unwritable(link, "it does not start Keyturn");
    }
    ProgramLinks.delete(link);
    return link.toString();
  }

  private boolean isOurs(String name, Path link) {
    return windows ? ProgramLinks.contains(link, batch(name)) : ProgramLinks.leadsTo(link, program);
  }

  private String batch(String name) {
    return "@\"" + program + "\" as " + name + " %*\r\n";
  }

  private Path link(String name, String folder) {
    try {
      return Path.of(folder).toAbsolutePath().normalize().resolve(windows ? name + ".cmd" : name);
    } catch (InvalidPathException e) {
      throw new FileFailure.Unwritable(folder, "this is not a path").exception(e);
    }
  }

  /** The first file with the link's name in the folders of {@code PATH}. */
  private @Nullable String started(Path link) {
    boolean isSearched = false;
    String first = null;
    for (String folder : searched.split(File.pathSeparator, -1)) {
      File file = new File(folder.isEmpty() ? "." : folder, link.getFileName().toString());
      isSearched |= file.toPath().toAbsolutePath().normalize().equals(link);
      if (first == null && file.exists()) {
        first = file.getPath();
      }
    }
    return isSearched ? first : null;
  }

  private static RuntimeException unwritable(Path file, String why) {
    return new FileFailure.Unwritable(file.toString(), why).exception();
  }
}
