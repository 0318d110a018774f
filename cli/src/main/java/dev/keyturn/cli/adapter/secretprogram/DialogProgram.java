package dev.keyturn.cli.adapter.secretprogram;

import dev.keyturn.cli.adapter.secretprogram.SecretProgram.Ended;
import java.util.ArrayList;
import java.util.List;

/** A program that shows a dialog and prints what was typed into it. */
enum DialogProgram {
  /** GNOME's; exit status 1 means either a cancelled dialog or one that cannot be shown. */
  ZENITY("zenity") {
    @Override
    List<String> arguments(String text, boolean hidden) {
      List<String> shown = List.of("--entry", "--title", TITLE, "--text", escaped(text));
      return hidden ? with(shown, "--hide-text") : shown;
    }

    // It interprets backslash escapes, and underlines the character after an underscore.
    private String escaped(String text) {
      return text.replace("\\", "\\\\").replace("_", "__");
    }

    @Override
    boolean isCancelled(Ended ended) {
      return ended.status() == 1 && !ended.error().contains("display");
    }
  },

  /** KDE's. */
  KDIALOG("kdialog") {
    @Override
    List<String> arguments(String text, boolean hidden) {
      String shown = text.replace("\\", "\\\\").replace('<', '\u2039');
      return hidden
          ? List.of("--title", TITLE, "--password", shown)
          : List.of("--title", TITLE, "--inputbox", shown.replace("&", "&&"));
    }

    @Override
    boolean isCancelled(Ended ended) {
      return ended.status() == 1;
    }
  },

  /**
   * That of macOS. The text is passed as an argument, so that it is never interpreted as
   * AppleScript.
   */
  OSASCRIPT("osascript") {
    @Override
    List<String> arguments(String text, boolean hidden) {
      String dialog =
          "set answer to display dialog (item 1 of argv) default answer \"\" with title \""
              + TITLE
              + (hidden ? "\" with hidden answer" : "\"");
      return List.of(
          "-e",
          "on run argv",
          "-e",
          dialog,
          "-e",
          "return text returned of answer",
          "-e",
          "end run",
          text);
    }

    // Its error number.
    @Override
    boolean isCancelled(Ended ended) {
      return ended.error().contains("(-128)");
    }
  },

  /**
   * That of Windows. The text is not passed in its arguments, so that it is never interpreted as a
   * script.
   */
  POWERSHELL("powershell.exe") {
    @Override
    List<String> arguments(String text, boolean hidden) {
      return List.of("-NoProfile", "-STA", "-Command", script(hidden));
    }

    private String script(boolean hidden) {
      return String.join(
          "; ",
          "Add-Type -AssemblyName System.Windows.Forms",
          "$form = New-Object Windows.Forms.Form -Property @{Text='"
              + TITLE
              + "'; AutoSize=$true;"
              + " TopMost=$true; StartPosition='CenterScreen'; FormBorderStyle='FixedDialog'}",
          "$panel = New-Object Windows.Forms.FlowLayoutPanel -Property @{AutoSize=$true;"
              + " FlowDirection='TopDown'}",
          "$label = New-Object Windows.Forms.Label -Property @{AutoSize=$true;"
              + " UseMnemonic=$false; Text=[Console]::In.ReadLine()}",
          "$box = New-Object Windows.Forms.TextBox -Property @{Width=200;"
              + " UseSystemPasswordChar=$"
              + hidden
              + "}",
          "$ok = New-Object Windows.Forms.Button -Property @{Text='OK'; DialogResult='OK'}",
          "$cancel = New-Object Windows.Forms.Button -Property @{Text='Cancel';"
              + " DialogResult='Cancel'}",
          "$panel.Controls.AddRange(@($label, $box, $ok, $cancel))",
          "$form.Controls.Add($panel)",
          "$form.AcceptButton = $ok",
          "$form.CancelButton = $cancel",
          "if ($form.ShowDialog() -eq 'OK') { [Console]::Out.WriteLine($box.Text) }"
              + " else { exit 5 }");
    }

    @Override
    String input(String text) {
      return text + "\n";
    }

    @Override
    boolean isCancelled(Ended ended) {
      return ended.status() == 5;
    }
  };

  private static final String TITLE = "Keyturn";

  private final String file;

  DialogProgram(String file) {
    this.file = file;
  }

  /** Its file name in {@code PATH}. */
  String file() {
    return file;
  }

  /** Its arguments to show {@code text}. */
  abstract List<String> arguments(String text, boolean hidden);

  /** Its standard input. */
  String input(String text) {
    return "";
  }

  /** Whether the user cancelled it. */
  abstract boolean isCancelled(Ended ended);

  private static List<String> with(List<String> some, String last) {
    List<String> all = new ArrayList<>(some);
    all.add(last);
    return all;
  }
}
