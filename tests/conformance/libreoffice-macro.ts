import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeText } from '../../src/renderers/xml.js'

/**
 * Opens a Word file in LibreOffice, lets a macro in StarBasic work on it as `doc`, and saves it under another name: what an
 * editor does who works there. `profile` is a folder that no other LibreOffice uses.
 */
export function editInLibreOffice(source: string, target: string, profile: string, macro: string): void {
  const soffice = (...more: string[]): void => {
    execFileSync('soffice', ['--headless', '--norestore', `-env:UserInstallation=file://${profile}`, ...more], {
      stdio: 'ignore',
      timeout: 120_000,
    })
  }
  // The first start lays out the profile, and would write over what lies there.
  soffice('--terminate_after_init')
  const library = join(profile, 'user', 'basic', 'Standard')
  mkdirSync(library, { recursive: true })
  writeFileSync(
    join(library, 'script.xlb'),
    '<?xml version="1.0" encoding="UTF-8"?>\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Edit"/></library:library>',
  )
  writeFileSync(
    join(library, 'Edit.xba'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">${escapeText(moduleAround(macro))}</script:module>`,
  )
  soffice(`macro:///Standard.Edit.Main("${source}","${target}")`)
}

const moduleAround = (macro: string): string => `
Sub Main(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim doc As Object
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
${macro}
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(target), filter())
  doc.close(True)
End Sub

Sub ReplaceWords(doc As Object, words As String, others As String)
  Dim wanted As Object
  wanted = doc.createReplaceDescriptor()
  wanted.SearchString = words
  wanted.ReplaceString = others
  wanted.SearchCaseSensitive = True
  doc.replaceAll(wanted)
End Sub

Sub InsertAfter(doc As Object, words As String, paragraph As String)
  Dim wanted As Object, found As Object, cursor As Object
  wanted = doc.createSearchDescriptor()
  wanted.SearchString = words
  found = doc.findFirst(wanted)
  cursor = found.Text.createTextCursorByRange(found)
  cursor.gotoEndOfParagraph(False)
  found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  found.Text.insertString(cursor, paragraph, False)
End Sub

Sub DeleteParagraph(doc As Object, words As String)
  Dim paragraphs As Object, current As Object
  paragraphs = doc.Text.createEnumeration()
  Do While paragraphs.hasMoreElements()
    current = paragraphs.nextElement()
    If current.supportsService("com.sun.star.text.Paragraph") Then
      If InStr(current.String, words) > 0 Then
        doc.Text.removeTextContent(current)
        Exit Sub
      End If
    End If
  Loop
End Sub

Sub AcceptFirstChange(doc As Object)
  Dim helper As Object, none()
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  doc.CurrentController.ViewCursor.gotoStart(False)
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:NextTrackedChange", "", 0, none())
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:AcceptTrackedChange", "", 0, none())
End Sub
`
