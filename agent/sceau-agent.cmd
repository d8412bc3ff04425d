@echo off
rem L'agent Sceau : sceau-agent batch --help. Il faut Java 17 ou plus recent.
setlocal
set "JAR=%~dp0sceau-agent.jar"
if not exist "%JAR%" set "JAR=%~dp0target\sceau-agent.jar"
if not exist "%JAR%" (
  echo sceau-agent.jar introuvable a cote de %~f0 1>&2
  exit /b 64
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
chcp 65001 >nul
"%JAVA%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%
