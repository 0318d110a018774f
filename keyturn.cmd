@echo off
rem Keyturn from a source checkout: builds the image in cli\target\keyturn when there is none, then runs it.
rem After a git pull: mvnw -pl cli -am package
setlocal
set "keyturn_root=%~dp0"
set "keyturn_image=%keyturn_root%cli\target\keyturn"
if exist "%keyturn_image%\launch.cmd" goto run

echo keyturn: building, this takes a minute or two and happens once 1>&2
call "%keyturn_root%mvnw.cmd" -q -B -ntp -f "%keyturn_root%pom.xml" -pl cli -am package -Dmaven.test.skip=true -Dspotless.check.skip=true <nul 1>&2
if not errorlevel 1 goto run
echo keyturn: the build failed 1>&2
echo hint: it needs a JDK 25: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
exit /b 70

:run
"%keyturn_image%\bin\keyturn.cmd" %*
