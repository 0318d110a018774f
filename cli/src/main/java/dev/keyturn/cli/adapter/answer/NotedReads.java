package dev.keyturn.cli.adapter.answer;

import dev.keyturn.adapter.file.FileReads;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records the state of each file before its first read. An answer made from these files stays valid
 * as long as they do not change. Thread-safe.
 */
final class NotedReads implements FileReads {

  private final Map<Path, NotedFile> files = new LinkedHashMap<>();
  private boolean folders;

  @Override
  public synchronized void reading(Path path) {
    if (!files.containsKey(path)) {
      files.put(path, NotedFile.at(path));
    }
  }

  @Override
  public synchronized void listing(Path folder) {
    folders = true;
  }

  /** Whether names in a folder were read too. */
  synchronized boolean hasFolders() {
    return folders;
  }

  /** Whether a file that was missing exists now. */
  synchronized boolean hasAppeared() {
    for (NotedFile file : files.values()) {
      if (file.isMissing() && file.path().toFile().exists()) {
        return true;
      }
    }
    return false;
  }

  synchronized List<NotedFile> files() {
    return List.copyOf(files.values());
  }
}
