package dev.keyturn.cli.adapter.folder;

import dev.keyturn.cli.command.port.file.Downloads;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The folder {@code Downloads} of a home folder. */
public final class DownloadFolder implements Downloads {

  private final Path home;

  /** In {@code home}. */
  public DownloadFolder(Path home) {
    this.home = home;
  }

  @Override
  public List<String> accessKeyFiles() {
    File[] files = home.resolve("Downloads").toFile().listFiles(DownloadFolder::isOfAccessKeys);
    if (files == null) {
      return List.of();
    }
    return Arrays.stream(files)
        .sorted(Comparator.comparingLong(File::lastModified).reversed())
        .map(File::getPath)
        .toList();
  }

  /** {@code alice_accessKeys.csv}, {@code rootkey.csv}, {@code new_user_credentials.csv}. */
  private static boolean isOfAccessKeys(File file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    boolean known =
        name.contains("accesskey") || name.startsWith("rootkey") || name.contains("credentials");
    return known && name.endsWith(".csv") && file.isFile();
  }
}
