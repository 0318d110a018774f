package dev.keyturn.cli.adapter.file;

import dev.keyturn.domain.failure.Failure;
import java.nio.file.Path;

/** A process that lets every writer write to a folder and prints what each of them says. */
final class WriterMain {

  private WriterMain() {}

  public static void main(String[] arguments) {
    for (Writer writer : Writer.all()) {
      Failure failure = EveryWriterTest.failure(writer, Path.of(arguments[0]));
      System.out.println(writer + ": " + failure.message() + "; " + failure.hint());
    }
  }
}
