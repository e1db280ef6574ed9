import { render } from 'preact'
import './style/base.css'
import './style/start.css'
import './style/workspace.css'
import './style/side.css'
import './style/problems.css'
import './style/document.css'
import './style/rows.css'
import './style/text.css'
import './style/table.css'
import './style/statements.css'
import './style/boxes.css'
import './style/details.css'
import './style/convert.css'
import './style/ledger.css'
import { App } from './view/app.tsx'

const root = document.querySelector('#app')
if (root !== null) render(<App />, root)
