/** Ace as the Content-Security-Policy allows it: its styles and its worker are files. */
import plainAce from 'ace-builds/src-noconflict/ace'
import 'ace-builds/src-noconflict/mode-json'
import 'ace-builds/src-noconflict/theme-cloud_editor'
import 'ace-builds/src-noconflict/theme-cloud_editor_dark'
import 'ace-builds/css/ace.css'
import 'ace-builds/css/theme/cloud_editor.css'
import 'ace-builds/css/theme/cloud_editor_dark.css'
import 'ace-builds/src-noconflict/ext-language_tools'
import 'ace-builds/src-noconflict/ext-searchbox'
import worker from 'ace-builds/src-min-noconflict/worker-json.js?url'

function asPolicyAllows() {
  plainAce.config.set('useStrictCSP', true)
  plainAce.config.set('loadWorkerFromBlob', false)
  plainAce.config.setModuleUrl('ace/mode/json_worker', worker)
  return plainAce
}

/** A value of this module's own: the bundler looks through a mere re-export, past the settings. */
export const ace = asPolicyAllows()
