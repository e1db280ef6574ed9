import { render } from 'preact'
import './style/base.css'
import './style/start.css'
import './style/workspace.css'
import './style/document.css'
import './style/convert.css'
import { App } from './view/app.tsx'

const root = document.querySelector('#app')
if (root !== null) render(<App />, root)
