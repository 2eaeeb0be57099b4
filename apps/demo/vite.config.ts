import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // The kit and the simulator straight from their sources, as everywhere in this repository.
  resolve: { conditions: ['@sallyport/source', ...defaultClientConditions] },
  // "localhost", not an address: only a host name can be a passkey's relying party.
  server: { host: 'localhost', port: 5173, strictPort: false },
})
